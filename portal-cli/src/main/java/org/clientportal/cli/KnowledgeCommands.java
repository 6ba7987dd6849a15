package org.clientportal.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** What people look for and do not find, and what they find before they write a ticket. */
class KnowledgeCommands {

    private static final int MOST = 50;

    private static final List<Column> COLUMNS = List.of(
            Column.of("WORDS", "/words"),
            Column.of("LANGUAGE", "/language"),
            Column.of("TIMES", "/times"),
            Column.of("LAST", "/lastAt"));

    private static final List<Column> DEFLECTION = List.of(
            Column.of("SINCE", "/since"),
            Column.of("BEGUN", "/begun"),
            Column.of("OPENED", "/opened"),
            Column.of("SOLVED", "/solved"),
            Column.of("SENT", "/sent"));

    private static final List<Column> ARTICLES = List.of(
            Column.of("ID", "/id"),
            Column.of("TITLE", "/title"),
            Column.of("SHOWN", "/shown"),
            Column.of("OPENED", "/opened"),
            Column.of("SOLVED", "/solved"));

    private final AdminApi api;
    private final Pages pages;
    private final Output output;

    KnowledgeCommands(AdminApi api, Pages pages, Output output) {
        this.api = api;
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

    @Command(
            name = "knowledge deflection",
            description = "say how many tickets were begun, and what solutions beside them made needless")
    void deflection(
            @Option(longName = "since", description = "from this moment on; the last 30 days when left out") @Nullable
                    String since) {
        var answer = api.get(since == null ? Map.of() : Map.of("since", since), "knowledge", "deflection");
        output.item(answer, DEFLECTION);
        output.details(answer.path("articles"), ARTICLES);
    }
}
