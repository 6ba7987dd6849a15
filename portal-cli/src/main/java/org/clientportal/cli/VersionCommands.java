package org.clientportal.cli;

import java.util.List;
import java.util.Objects;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Which versions run. */
class VersionCommands {

    private static final List<Column> FIELDS = List.of(
            Column.of("CLI", "/cli"),
            Column.of("CLI JAVA", "/cliJava"),
            Column.of("PORTAL", "/version"),
            Column.of("PORTAL JAVA", "/java"),
            Column.of("PLATFORM", "/platform"));

    private final AdminApi api;
    private final Output output;
    private final JsonMapper json;

    VersionCommands(AdminApi api, Output output, JsonMapper json) {
        this.api = api;
        this.output = output;
        this.json = json;
    }

    @Command(name = "version", description = "show the version of this tool, with --server of the portal too")
    void version(@Option(longName = "server", description = "ask the portal for its own version too") boolean server) {
        var answer = server ? (ObjectNode) api.get("version") : json.createObjectNode();
        var version = VersionCommands.class.getPackage().getImplementationVersion();
        answer.put("cli", Objects.requireNonNullElse(version, "unpackaged"));
        answer.put("cliJava", Runtime.version().toString());
        output.item(answer, FIELDS);
    }
}
