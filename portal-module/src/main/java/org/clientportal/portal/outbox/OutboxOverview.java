package org.clientportal.portal.outbox;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.clientportal.portal.access.WorkTransaction;
import org.clientportal.portal.admin.AdminProblem;
import org.clientportal.portal.admin.AdminProblem.Reason;
import org.clientportal.portal.audit.Audit;
import org.clientportal.portal.audit.Deed;
import org.clientportal.ports.Outbox.Destination;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The whole outbox, for administrators. */
@Component
@WorkTransaction
class OutboxOverview {

    private static final String ROWS = """
            select * from (
              select *, case when state = 'WAITING' and begun then 'sending' else lower(state) end as shown_state from outbox
            ) as rows\s""";

    private final JdbcClient jdbc;
    private final OutboxRows rows;
    private final Audit audit;

    OutboxOverview(JdbcClient jdbc, OutboxRows rows, Audit audit) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.audit = audit;
    }

    /** @param state null for all that is not done */
    List<OutboxView> list(@Nullable String state, @Nullable String destination, long after, int limit) {
        return jdbc.sql(ROWS + """
                        where id > :after and shown_state = coalesce(:state, shown_state)
                          and (shown_state <> 'done' or :state = 'done')
                          and destination = coalesce(:destination, destination)
                        order by id limit :limit""")
                .param("after", after)
                .param("state", state, Types.VARCHAR)
                .param("destination", destination == null ? null : destination.toUpperCase(Locale.ROOT), Types.VARCHAR)
                .param("limit", limit)
                .query(OutboxView::of)
                .list();
    }

    /**
     * How one destination stands.
     *
     * @param oldestWaiting null when nothing waits
     */
    record Standing(long waiting, long parked, @Nullable Instant oldestWaiting) {

        static final Standing EMPTY = new Standing(0, 0, null);
    }

    /** Destinations without anything waiting or parked are left out. */
    Map<Destination, Standing> standing() {
        var standing = new EnumMap<Destination, Standing>(Destination.class);
        jdbc.sql("""
                        select destination, count(*) filter (where state = 'WAITING') as waiting,
                          count(*) filter (where state = 'PARKED') as parked,
                          min(created_at) filter (where state = 'WAITING') as oldest
                        from outbox where state in ('WAITING', 'PARKED') group by destination""").query(row -> {
            var oldest = row.getObject("oldest", OffsetDateTime.class);
            standing.put(
                    Destination.valueOf(row.getString("destination")),
                    new Standing(
                            row.getLong("waiting"), row.getLong("parked"), oldest == null ? null : oldest.toInstant()));
        });
        return standing;
    }

    OutboxView named(String id) {
        return number(id)
                .flatMap(number -> jdbc.sql(ROWS + "where id = ?")
                        .param(number)
                        .query(OutboxView::of)
                        .optional())
                .orElseThrow(() -> new AdminProblem(Reason.NOT_FOUND, "there is no row " + id + " in the outbox"));
    }

    /** Due at once; before a row that may have happened is sent again the destination is asked. */
    OutboxView retry(String id, String actor) {
        var row = named(id);
        var key = jdbc.sql("select request_key from outbox where id = ?")
                .param(Long.parseLong(row.id()))
                .query(UUID.class)
                .single();
        if (!rows.retry(key)) {
            throw new AdminProblem(Reason.WRONG_STATE, "row " + id + " is " + row.state());
        }
        audit.note(Deed.of(
                Deed.Actor.administrator(actor),
                "outbox.retried",
                new Deed.Subject("outbox-row", row.id(), row.topic())));
        return named(id);
    }

    private static Optional<Long> number(String id) {
        return id.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(id)) : Optional.empty();
    }
}
