package org.clientportal.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Logins of many people, some dozens with each call; what was done is told also when the rest could not be. */
final class ManyLogins {

    private static final int PER_CALL = 50;

    private static final List<Column> ENABLED = List.of(
            Column.of("LINE", "/line"),
            Column.of("NAMED", "/named"),
            Column.of("OUTCOME", "/outcome"),
            Column.of("ID", "/user/id"),
            Column.of("NAME", "/user/name"),
            Column.of("REASON", "/reason"),
            Column.of("WHY", "/why"));

    private static final List<Column> RELINKED = List.of(
            Column.of("ID", "/user/id"),
            Column.of("NAME", "/user/name"),
            Column.of("EMAIL", "/user/email"),
            Column.of("OUTCOME", "/outcome"),
            Column.of("NEEDS PASSWORD", "/needsPassword"),
            Column.of("MAILED", "/mailed"),
            Column.of("WHY", "/why"));

    private final AdminApi api;
    private final Output output;
    private final Batch batch;
    private final JsonMapper json;

    ManyLogins(AdminApi api, Output output, Batch batch, JsonMapper json) {
        this.api = api;
        this.output = output;
        this.batch = batch;
        this.json = json;
    }

    /** Those named in the arguments and in a file, in their order. */
    static List<NamesFile.Named> named(String[] arguments, @Nullable String file) {
        var people = new ArrayList<NamesFile.Named>();
        for (var argument : arguments) {
            people.add(new NamesFile.Named(argument, 0));
        }
        if (file != null) {
            people.addAll(NamesFile.read(file));
        }
        if (people.isEmpty()) {
            throw Failure.usage(
                    file == null
                            ? "name at least one, or give --file, --organisation or --all-with-email"
                            : "there is nobody in " + file);
        }
        return people;
    }

    void enable(List<NamesFile.Named> people, boolean permanent, boolean agent, boolean dryRun) {
        var lines = new ArrayList<ObjectNode>();
        var asked = new LinkedHashMap<String, ObjectNode>();
        for (var person : people) {
            var line = json.createObjectNode();
            if (person.line() > 0) {
                line.put("line", person.line());
            }
            line.put("named", person.name());
            if (person.name().isEmpty()) {
                line.put("outcome", "refused").put("reason", "no-address").put("why", "nobody is named in this line");
            } else if (asked.putIfAbsent(person.name(), line) != null) {
                line.put("outcome", "repeated");
            }
            lines.add(line);
        }
        var cut = ask(asked, Map.of("permanent", permanent, "evenAgent", agent, "dryRun", dryRun));
        report(lines, dryRun);
        if (cut != null) {
            throw new Failure(
                    cut.exit(),
                    cut.getMessage() + ". The same command goes on where this one ended: who is enabled is left alone.",
                    cut);
        }
        refusals(lines);
    }

    /** What broke it off, null when all were asked for. */
    private @Nullable Failure ask(Map<String, ObjectNode> asked, Map<String, Boolean> how) {
        var names = List.copyOf(asked.keySet());
        try {
            for (var done = 0; done < names.size(); done += PER_CALL) {
                batch.progress(done, names.size());
                var body = new HashMap<String, Object>(how);
                body.put("people", names.subList(done, Math.min(done + PER_CALL, names.size())));
                for (var answer : api.post(body, "users", "logins").path("items")) {
                    var line = asked.get(answer.path("named").asString());
                    if (line != null) {
                        line.setAll((ObjectNode) answer);
                    }
                }
            }
            return null;
        } catch (Failure failure) {
            return failure;
        } finally {
            batch.clearProgress();
        }
    }

    private void report(List<ObjectNode> lines, boolean dryRun) {
        var told = lines.stream().filter(line -> line.has("outcome")).toList();
        var all = json.createObjectNode();
        all.putArray("items").addAll(told);
        all.put("dryRun", dryRun);
        if (!told.isEmpty()) {
            output.list(all, ENABLED);
        }
        output.note((dryRun ? "Nothing was changed. It would be: " : "") + counted(told) + ", of " + lines.size()
                + " named.");
    }

    private static String counted(List<? extends JsonNode> items) {
        return items.isEmpty()
                ? "nobody"
                : items.stream()
                        .collect(Collectors.groupingBy(
                                item -> item.path("outcome").asString(), LinkedHashMap::new, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .map(count -> count.getValue() + " " + count.getKey())
                        .collect(Collectors.joining(", "));
    }

    /** As elsewhere: the refusals' common exit, {@link Exit#FAILED} when they differ. */
    private static void refusals(List<ObjectNode> lines) {
        var exits = new EnumMap<Exit, Integer>(Exit.class);
        lines.stream()
                .filter(line -> line.path("outcome").asString("").equals("refused"))
                .forEach(line -> exits.merge(
                        new Problem(409, line.path("reason").asString(""), "")
                                .failure()
                                .exit(),
                        1,
                        Integer::sum));
        if (!exits.isEmpty()) {
            var refused = exits.values().stream().mapToInt(Integer::intValue).sum();
            throw new Failure(
                    exits.size() == 1 ? exits.keySet().iterator().next() : Exit.FAILED,
                    refused + " of " + lines.size() + " refused");
        }
    }

    /** Walks through everybody who ever had a login; tells those who were not as they should be. */
    void relink(boolean mail, boolean dryRun) {
        var items = new ArrayList<JsonNode>();
        String after = null;
        Failure cut = null;
        try {
            do {
                batch.progress(items.size(), 0);
                var body = new HashMap<String, Object>(Map.of("limit", PER_CALL, "mail", mail, "dryRun", dryRun));
                if (after != null) {
                    body.put("after", after);
                }
                var page = api.post(body, "users", "relink");
                page.path("items").forEach(items::add);
                after = page.path("next").isString() ? page.path("next").asString() : null;
            } while (after != null);
        } catch (Failure failure) {
            cut = failure;
        }
        batch.clearProgress();
        tell(items, dryRun);
        if (cut != null) {
            throw cut;
        }
        if (items.stream().anyMatch(item -> item.path("outcome").asString("").equals("refused"))) {
            throw new Failure(Exit.REFUSED, "something is in the way of some; 'user show' and the column WHY say what");
        }
    }

    private void tell(List<JsonNode> items, boolean dryRun) {
        var wrong = items.stream()
                .filter(item -> !item.path("outcome").asString("").equals("right")
                        || item.path("needsPassword").asBoolean())
                .toList();
        if (!wrong.isEmpty() || output.format() != Format.TABLE) {
            var all = json.createObjectNode();
            all.putArray("items").addAll(wrong);
            output.list(all, RELINKED);
        }
        var needing = items.stream()
                .filter(item -> item.path("needsPassword").asBoolean())
                .count();
        output.note((dryRun ? "Nothing was changed. It would be: " : "") + counted(items) + ", of " + items.size()
                + " logins; " + needing + " need a new password.");
    }
}
