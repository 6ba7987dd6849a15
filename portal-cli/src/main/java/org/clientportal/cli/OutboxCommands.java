package org.clientportal.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Arguments;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** What waits for the platform, Keycloak or the mail server. */
class OutboxCommands {

    private static final List<Column> COLUMNS = List.of(
            Column.of("ID", "/id"),
            Column.of("FOR", "/destination"),
            Column.of("TOPIC", "/topic"),
            Column.of("LANE", "/lane"),
            Column.of("STATE", "/state"),
            Column.of("ATTEMPTS", "/attempts"),
            Column.of("CREATED", "/createdAt"),
            Column.of("DUE", "/dueAt"),
            Column.of("REASON", "/reason"),
            Column.of("WHY", "/why"));

    private static final List<Column> FIELDS = List.of(
            Column.of("ID", "/id"),
            Column.of("FOR", "/destination"),
            Column.of("TOPIC", "/topic"),
            Column.of("SUBJECT", "/subject"),
            Column.of("LANE", "/lane"),
            Column.of("STATE", "/state"),
            Column.of("ATTEMPTS", "/attempts"),
            Column.of("MAY HAVE HAPPENED", "/uncertain"),
            Column.of("CREATED", "/createdAt"),
            Column.of("DUE", "/dueAt"),
            Column.of("REASON", "/reason"),
            Column.of("WHY", "/why"));

    private final AdminApi api;
    private final Pages pages;
    private final Output output;
    private final Batch batch;

    OutboxCommands(AdminApi api, Pages pages, Output output, Batch batch) {
        this.api = api;
        this.pages = pages;
        this.output = output;
        this.batch = batch;
    }

    /** How a row stands. */
    enum State {
        WAITING,
        SENDING,
        PARKED,
        DONE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** For whom a row is. */
    enum Destination {
        PLATFORM,
        LOGINS,
        MAIL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Command(name = "outbox list", description = "list what waits for the platform, Keycloak or the mail server")
    void list(
            @Option(
                            longName = "state",
                            description = "only those: waiting, sending, parked or done; all but done when left out")
                    @Nullable
                    State state,
            @Option(longName = "destination", description = "only those for: platform, logins or mail") @Nullable
                    Destination destination,
            @Option(longName = "limit", shortName = 'n', description = "at most so many; all when left out")
                    int limit) {
        var parameters = new HashMap<String, @Nullable String>();
        parameters.put("state", state == null ? null : state.toString());
        parameters.put("destination", destination == null ? null : destination.toString());
        output.list(pages.read(limit, parameters, "outbox"), COLUMNS);
    }

    @Command(name = "outbox show", description = "show one row of the outbox")
    void show(@Argument(index = 0) String id) {
        output.item(api.get("outbox", id), FIELDS);
    }

    @Command(name = "outbox retry", description = "try parked or waiting rows again now")
    void retry(@Arguments String[] id) {
        batch.run(Batch.named(id, null), FIELDS, row -> api.post(Map.of(), "outbox", row, "retry"));
    }
}
