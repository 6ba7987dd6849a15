package org.clientportal.cli;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same for several; the failures of some do not stop the others. */
final class Batch {

    private static final int BAR = 30;

    private final Output output;
    private final JsonMapper json;

    Batch(Output output, JsonMapper json) {
        this.output = output;
        this.json = json;
    }

    /** What is named in the arguments and in a file ({@code -} is standard input); each once. */
    static List<String> named(String[] arguments, @Nullable String file) {
        var names = new LinkedHashSet<>(List.of(arguments));
        if (file != null) {
            NamesFile.read(file).stream()
                    .map(NamesFile.Named::name)
                    .filter(name -> !name.isEmpty())
                    .forEach(names::add);
        }
        if (names.isEmpty()) {
            throw Failure.usage(file == null ? "name at least one, or give --file" : "there is nobody in " + file);
        }
        return List.copyOf(names);
    }

    /**
     * Prints the answers as one list; a single one that was named alone is printed as it is.
     *
     * @throws Failure with the failures' common exit, {@link Exit#FAILED} when they differ
     */
    void run(List<String> names, List<Column> columns, Function<String, JsonNode> action) {
        if (names.size() == 1) {
            output.item(action.apply(names.getFirst()), columns);
            return;
        }
        var answers = new ArrayList<JsonNode>();
        var exits = EnumSet.noneOf(Exit.class);
        var failed = 0;
        for (var name : names) {
            progress(answers.size() + failed, names.size());
            try {
                answers.add(action.apply(name));
            } catch (Failure failure) {
                clearProgress();
                output.note("portal: " + name + ": " + failure.getMessage());
                exits.add(failure.exit());
                failed++;
                if (failure.exit() == Exit.UNAVAILABLE) {
                    break;
                }
            }
        }
        clearProgress();
        if (!answers.isEmpty()) {
            var all = json.createObjectNode();
            all.putArray("items").addAll(answers);
            output.list(all, columns);
        }
        if (failed > 0) {
            throw new Failure(
                    exits.size() == 1 ? exits.iterator().next() : Exit.FAILED,
                    answers.size() + " of " + names.size() + " done");
        }
    }

    /** @param all 0 when nobody knows */
    void progress(int done, int all) {
        if (output.screen().progress()) {
            var filled = all == 0 ? 0 : BAR * done / all;
            var bar = "[" + "#".repeat(filled) + ".".repeat(BAR - filled) + "] " + done + "/" + all;
            output.screen().err().print("\r" + (all == 0 ? done + " done" : bar));
            output.screen().err().flush();
        }
    }

    void clearProgress() {
        if (output.screen().progress()) {
            output.screen().err().print("\r\u001b[K");
            output.screen().err().flush();
        }
    }
}
