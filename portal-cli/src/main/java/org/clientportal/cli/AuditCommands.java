package org.clientportal.cli;

import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** Who did what to whom, when and from where. */
class AuditCommands {

    private static final int MOST = 50;

    private static final List<Column> COLUMNS = List.of(
            Column.of("ID", "/id"),
            Column.of("AT", "/at"),
            Column.of("ACTOR", "/actor"),
            Column.of("FROM", "/address"),
            Column.of("ACT", "/act"),
            Column.of("WHOM", "/subjectName"),
            Column.of("BEFORE", "/before"),
            Column.of("AFTER", "/after"));

    private final Pages pages;
    private final Output output;

    AuditCommands(Pages pages, Output output) {
        this.pages = pages;
        this.output = output;
    }

    @Command(name = "audit list", description = "list who did what to whom, newest first")
    void list(
            @Option(longName = "actor", description = "only what this administrator, person or the platform did")
                    @Nullable
                    String actor,
            @Option(longName = "act", description = "only such deeds: login.enabled, or login for all of logins")
                    @Nullable
                    String act,
            @Option(longName = "subject", description = "only to whom or what: an id, or part of a name") @Nullable
                    String subject,
            @Option(longName = "since", description = "only from this moment on, such as 2026-11-24T08:00:00Z")
                    @Nullable
                    String since,
            @Option(longName = "until", description = "only before this moment") @Nullable String until,
            @Option(longName = "limit", shortName = 'n', description = "at most so many; 50 when left out") @Nullable
                    Integer limit) {
        var parameters = new HashMap<String, @Nullable String>();
        parameters.put("actor", actor);
        parameters.put("act", act);
        parameters.put("subject", subject);
        parameters.put("since", since);
        parameters.put("until", until);
        output.list(pages.read(limit == null ? MOST : limit, parameters, "audit"), COLUMNS);
    }
}
