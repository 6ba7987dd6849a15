package org.clientportal.cli;

import java.util.List;
import java.util.Map;
import org.springframework.shell.core.command.annotation.Command;

/** The exchange with the platform. */
class SyncCommands {

    private static final List<Column> FIELDS = List.of(
            Column.of("PLATFORM", "/platform/name"),
            Column.of("ANSWERS", "/platform/ok"),
            Column.of("SUMMARY", "/platform/summary"),
            Column.of("ADVICE", "/platform/advice"),
            Column.of("LAST PULL", "/pull/lastAt"),
            Column.of("LAST FAILURE", "/pull/lastFailure"),
            Column.of("FIRST READ OVER", "/pull/complete"),
            Column.of("ORGANISATIONS", "/mirror/organisations"),
            Column.of("PEOPLE", "/mirror/people"),
            Column.of("TICKETS", "/mirror/tickets"),
            Column.of("ENTRIES", "/mirror/entries"),
            Column.of("OUTBOX WAITING", "/outbox/waiting"),
            Column.of("OUTBOX SENDING", "/outbox/sending"),
            Column.of("OUTBOX PARKED", "/outbox/parked"),
            Column.of("OLDEST WAITS SINCE", "/outbox/oldestWaitingAt"));

    private final AdminApi api;
    private final Output output;

    SyncCommands(AdminApi api, Output output) {
        this.api = api;
        this.output = output;
    }

    @Command(name = "sync status", description = "show how mirror and outbox stand")
    void status() {
        output.item(api.get("sync"), FIELDS);
    }

    @Command(name = "sync now", description = "read the platform's changes and send what waits, now")
    void now() {
        output.item(api.post(Map.of(), "sync"), List.of(Column.of("WOKEN", "/woken")));
    }
}
