package org.clientportal.portal.sync;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.clientportal.portal.access.WorkTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is in the mirror and what waits to leave it. */
@Component
@WorkTransaction
class SyncCounts {

    private final JdbcClient jdbc;

    SyncCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Rows of the mirror. */
    record Mirror(long organisations, long people, long tickets, long entries) {}

    /** Rows of the outbox that are not done. */
    record Waiting(
            long waiting,
            long sending,
            long parked,
            @Nullable Instant oldestWaitingAt) {}

    Mirror mirror() {
        return jdbc.sql("""
                        select (select count(*) from organisation) as organisations, (select count(*) from person) as people,
                          (select count(*) from ticket) as tickets, (select count(*) from entry) as entries""")
                .query((row, number) -> new Mirror(
                        row.getLong("organisations"),
                        row.getLong("people"),
                        row.getLong("tickets"),
                        row.getLong("entries")))
                .single();
    }

    Waiting outbox() {
        return jdbc.sql("""
                        select count(*) filter (where state = 'WAITING' and not begun) as waiting,
                          count(*) filter (where state = 'WAITING' and begun) as sending,
                          count(*) filter (where state = 'PARKED') as parked,
                          min(created_at) filter (where state = 'WAITING') as oldest
                        from outbox where state <> 'DONE'""")
                .query((row, number) -> {
                    var oldest = row.getObject("oldest", OffsetDateTime.class);
                    return new Waiting(
                            row.getLong("waiting"),
                            row.getLong("sending"),
                            row.getLong("parked"),
                            oldest == null ? null : oldest.toInstant());
                })
                .single();
    }
}
