package org.clientportal.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;
import tools.jackson.databind.JsonNode;

/** What people can ask for. */
class CatalogueCommands {

    private static final List<Column> KINDS = List.of(
            Column.of("ID", "/id"),
            Column.of("VERSION", "/version"),
            Column.of("CATEGORY", "/category"),
            Column.of("NAME", "/name"),
            Column.of("AUDIENCE", "/audience"),
            Column.of("SENT", "/sent"));
    private static final List<Column> FILES = List.of(
            Column.of("NUMBER", "/number"),
            Column.of("APPLIED", "/appliedAt"),
            Column.of("BY", "/appliedBy"),
            Column.of("CHANGED", "/changed"));
    private static final List<Column> ITEMS = List.of(
            Column.of("OBJECT", "/object"),
            Column.of("ACTION", "/action"),
            Column.of("WHAT", "/what"),
            Column.of("IS", "/is"),
            Column.of("WOULD BE", "/wanted"));

    private final AdminApi api;
    private final Output output;
    private final Question question;

    CatalogueCommands(AdminApi api, Output output, Question question) {
        this.api = api;
        this.output = output;
        this.question = question;
    }

    @Command(name = "catalogue list", description = "list the kinds of request in force, and how often each was sent")
    void list() {
        output.list(api.get("catalogue"), KINDS);
    }

    @Command(
            name = "catalogue history",
            description = "list the files that were applied, by whom and what they changed")
    void history() {
        output.list(api.get("catalogue", "history"), FILES);
    }

    @Command(name = "catalogue plan", description = "show what applying a file would change")
    void plan(@Argument(index = 0) String file) {
        var plan = planned(CatalogueFolder.of(file));
        output(plan, file);
        refuse(plan, file);
        output.note(
                plan.path("changes").asInt() == 0
                        ? "Nothing would change."
                        : plan.path("changes").asInt() + " to change. 'portal catalogue apply' does it.");
    }

    @Command(name = "catalogue apply", description = "put a file in force, as a whole or not at all")
    void apply(
            @Argument(index = 0) String file,
            @Option(longName = "yes", shortName = 'y', description = "do not ask") boolean yes) {
        var folder = CatalogueFolder.of(file);
        var plan = planned(folder);
        if (!plan.path("problems").isEmpty()) {
            output(plan, file);
            refuse(plan, file);
        }
        var changes = plan.path("changes").asInt();
        if (!yes && changes > 0) {
            output.note(changes + " to change; 'portal catalogue plan' shows them.");
            question.confirm("Change the catalogue?");
        }
        var body = new LinkedHashMap<>(body(folder));
        body.put("base", plan.path("base").asLong());
        var done = api.put(body, "catalogue");
        output(done, file);
        output.note(changes == 0 ? "Nothing was to change." : changes + " changed.");
    }

    @Command(name = "catalogue export", description = "give back the file that is in force, as it was applied")
    void export(
            @Option(longName = "to", description = "write it to this file, and its pictures beside it") @Nullable
                    String to,
            @Option(longName = "number", description = "an earlier one, by its number in the history") @Nullable
                    Long number) {
        var query = number == null ? Map.<String, String>of() : Map.of("number", Long.toString(number));
        var exported = api.get(query, "catalogue", "file");
        if (output.format() == Format.JSON) {
            output.item(exported, List.of());
        } else if (to == null) {
            output.raw(exported.path("source").asString("").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } else {
            var pictures = CatalogueFolder.of(to).write(exported);
            output.note("Written to " + to + (pictures == 0 ? "." : ", and " + pictures + " pictures beside it."));
        }
    }

    private JsonNode planned(CatalogueFolder folder) {
        return api.post(body(folder), "catalogue", "plan");
    }

    private static Map<String, Object> body(CatalogueFolder folder) {
        return Map.of("source", folder.source(), "pictures", folder.pictures());
    }

    private void output(JsonNode plan, String file) {
        if (output.format() != Format.TABLE) {
            if (output.format() == Format.JSON) {
                output.item(plan, List.of());
            } else {
                output.list(plan, ITEMS);
            }
            return;
        }
        plan.path("problems").forEach(problem -> output.print(line(file, problem)));
        if (plan.path("problems").isEmpty() && !plan.path("items").isEmpty()) {
            output.list(plan, ITEMS);
        }
        plan.path("notes").forEach(note -> output.note("note: " + line(file, note)));
    }

    private static String line(String file, JsonNode problem) {
        return file + ":" + problem.path("line").asInt() + ":"
                + problem.path("column").asInt() + ": "
                + problem.path("message").asString("");
    }

    private static void refuse(JsonNode plan, String file) {
        var wrong = plan.path("problems").size();
        if (wrong > 0) {
            throw new Failure(Exit.FAILED, wrong + " to mend in " + file + " before it can be applied");
        }
    }
}
