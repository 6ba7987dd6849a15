package org.clientportal.cli;

import java.util.List;
import java.util.Map;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** Rules that say who may use the portal. */
class RuleCommands {

    private static final List<Column> COLUMNS = List.of(
            Column.of("RULE", "/subject"),
            Column.of("NAME", "/name"),
            Column.of("PEOPLE", "/people"),
            Column.of("ENABLED", "/enabled"),
            Column.of("BY", "/changedBy"),
            Column.of("SINCE", "/changedAt"));

    private final AdminApi api;
    private final Output output;
    private final ManyLogins many;

    RuleCommands(AdminApi api, Output output, ManyLogins many) {
        this.api = api;
        this.output = output;
        this.many = many;
    }

    @Command(name = "user rule list", description = "list the rules that say who may use the portal")
    void list() {
        output.list(api.get("users", "rules"), COLUMNS);
    }

    @Command(
            name = "user rule add",
            description = "let everybody of a group or an organisation use the portal, as long as they are in it")
    void add(
            @Argument(index = 0) String groupOrOrganisation,
            @Option(longName = "dry-run", description = "say what would become of its people; change nothing")
                    boolean dryRun) {
        many.tellRule(api.post(Map.of("subject", groupOrOrganisation, "dryRun", dryRun), "users", "rules"), dryRun);
    }

    @Command(name = "user rule remove", description = "take a rule back, and the access of whom only it enabled")
    void remove(@Argument(index = 0) String groupOrOrganisation) {
        output.list(api.delete(Map.of("subject", groupOrOrganisation), "users", "rules"), COLUMNS);
    }
}
