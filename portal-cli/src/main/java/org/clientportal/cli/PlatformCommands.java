package org.clientportal.cli;

import java.util.List;
import java.util.Map;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** What the ITSM platform needs for the portal. */
class PlatformCommands {

    private static final List<Column> ITEMS =
            List.of(Column.of("THERE", "/ok"), Column.of("WHAT", "/name"), Column.of("ADVICE", "/advice"));

    private static final List<Column> PACK = List.of(
            Column.of("PLATFORM", "/platform"), Column.of("FILE NAME", "/fileName"), Column.of("CONTENT", "/content"));

    private final AdminApi api;
    private final Output output;

    PlatformCommands(AdminApi api, Output output) {
        this.api = api;
        this.output = output;
    }

    @Command(name = "platform install", description = "print or check what a platform needs for the portal")
    void install(
            @Argument(index = 0) String platform,
            @Option(
                            longName = "print",
                            description = "print the initial data; how to load it stands in its first lines")
                    boolean print,
            @Option(longName = "check", description = "say what of it is there") boolean check) {
        if (print == check) {
            throw Failure.usage("platform install wants either --print or --check");
        }
        if (print) {
            print(platform);
        } else {
            check(platform);
        }
    }

    private void print(String platform) {
        var pack = api.get(Map.of("platform", platform), "platform", "pack");
        if (output.format() == Format.TABLE) {
            output.print(pack.path("content").asString("").stripTrailing());
        } else {
            output.item(pack, PACK);
        }
    }

    private void check(String platform) {
        var answer = api.get(Map.of("platform", platform), "platform", "pack", "check");
        output.list(answer, ITEMS);
        if (!answer.path("ok").asBoolean(false)) {
            throw new Failure(
                    Exit.FAILED, "not everything is there; see: portal platform install " + platform + " --print");
        }
    }
}
