package org.clientportal.cli;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;
import tools.jackson.databind.JsonNode;

/** The realm at Keycloak as the portal wants it. */
class RealmCommands {

    private static final List<Column> COLUMNS = List.of(
            Column.of("OBJECT", "/object"),
            Column.of("ACTION", "/action"),
            Column.of("WHAT", "/name"),
            Column.of("IS", "/is"),
            Column.of("WOULD BE", "/wanted"));

    private final AdminApi api;
    private final Output output;
    private final Question question;

    RealmCommands(AdminApi api, Output output, Question question) {
        this.api = api;
        this.output = output;
        this.question = question;
    }

    @Command(name = "realm plan", description = "show how the realm at Keycloak differs from what the portal wants")
    void plan() {
        show(api.get("realm"), " to be done. 'portal realm apply' does it.");
    }

    @Command(name = "realm apply", description = "make the realm at Keycloak as the portal wants it")
    void apply(
            @Option(longName = "only", description = "only this object of the plan, such as 'client portal'") @Nullable
                    String only,
            @Option(longName = "yes", shortName = 'y', description = "do not ask") boolean yes) {
        if (!yes) {
            var plan = api.get("realm");
            if (plan.path("changes").asInt() == 0) {
                show(plan, "");
                return;
            }
            output.note(plan.path("changes").asInt() + " to be done; 'portal realm plan' shows them.");
            question.confirm("Change the realm?");
        }
        var wish = only == null ? Map.<String, Object>of() : Map.of("only", List.of(only));
        show(api.post(wish, "realm"), " done.");
    }

    private void show(JsonNode answer, String what) {
        if (output.format() != Format.TABLE || !answer.path("items").isEmpty()) {
            output.list(answer, COLUMNS);
        }
        var changes = answer.path("changes").asInt();
        output.note(changes == 0 ? "The realm is as wanted." : changes + what);
    }
}
