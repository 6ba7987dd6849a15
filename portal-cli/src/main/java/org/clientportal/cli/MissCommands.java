package org.clientportal.cli;

import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** What people look for and do not find. */
class MissCommands {

    private static final int MOST = 50;

    private static final List<Column> COLUMNS = List.of(
            Column.of("WORDS", "/words"),
            Column.of("LANGUAGE", "/language"),
            Column.of("TIMES", "/times"),
            Column.of("LAST", "/lastAt"));

    private final Pages pages;
    private final Output output;

    MissCommands(Pages pages, Output output) {
        this.pages = pages;
        this.output = output;
    }

    @Command(
            name = "knowledge misses",
            description = "list what was searched for and not found, the most frequent first")
    void misses(
            @Option(
                            longName = "since",
                            description = "only what was missed from this moment on, such as 2026-11-24T08:00:00Z")
                    @Nullable
                    String since,
            @Option(longName = "limit", shortName = 'n', description = "at most so many; 50 when left out") @Nullable
                    Integer limit) {
        var parameters = new HashMap<String, @Nullable String>();
        parameters.put("since", since);
        output.list(pages.read(limit == null ? MOST : limit, parameters, "knowledge", "misses"), COLUMNS);
    }
}
