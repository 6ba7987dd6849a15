package org.clientportal.portal.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.clientportal.itsm.StatusMeaning;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tickets that mails name. No viewer looks here: whether the sender may answer is asked for each. */
@Component
class MailTickets {

    private static final int LONGEST_CHAIN = 10;
    private static final String COLUMNS = "id, number, platform_id, meaning, changed_at, merged_into, gone";

    private final JdbcClient jdbc;
    private final Clock clock;

    MailTickets(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A ticket of the mirror. */
    record Found(
            long id,
            String number,
            StatusMeaning meaning,
            Instant changedAt,
            @Nullable String mergedInto,
            boolean gone) {}

    /** By the platform's id, where the ticket was merged the one that took it in. */
    Optional<Found> byPlatformId(String id) {
        return jdbc.sql("select " + COLUMNS + " from ticket where platform_id = ?")
                .param(id)
                .query((row, number) -> found(row))
                .optional();
    }

    /** By what people call it, now or while it was on its way. */
    Optional<Found> byNumber(String number) {
        return jdbc.sql("select " + COLUMNS + " from ticket where number = :n or local_number = :n"
                        + " order by number = :n desc limit 1")
                .param("n", number)
                .query((row, no) -> found(row))
                .optional();
    }

    /** Where a merged ticket's conversation goes on. */
    Found target(Found ticket) {
        var target = ticket;
        for (int hop = 0; hop < LONGEST_CHAIN && target.mergedInto() != null; hop++) {
            var next = byPlatformId(target.mergedInto());
            if (next.isEmpty()) {
                return target;
            }
            target = next.get();
        }
        return target;
    }

    /**
     * As whom somebody answers in a ticket.
     *
     * @param onBehalfOf name of the person for whom they stand in; null when for themselves
     */
    record Standing(@Nullable String onBehalfOf) {}

    /** Empty when they are neither on it nor stand in for somebody who is. */
    Optional<Standing> standing(Sender sender, Found ticket) {
        return jdbc.sql("""
                        select name from (
                          select 0 as place, cast(null as text) as name from ticket_reader r
                          where r.ticket = :ticket and r.scope = 'p:' || :person and (r.until is null or r.until > now())
                          union all
                          select 1, a.name from ticket_reader r
                            join stand_in s on r.scope = 's:' || s.person and s.stand_in = :person
                              and s.from_at <= :now and s.until > :now
                            join person a on a.id = s.person
                          where r.ticket = :ticket and r.reason = 'stand-in') as standing
                        order by place, name limit 1""")
                .param("ticket", ticket.id())
                .param("person", sender.person())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Standing(row.getString("name")))
                .optional();
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                row.getLong("id"),
                row.getString("number"),
                StatusMeaning.valueOf(row.getString("meaning")),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("merged_into"),
                row.getBoolean("gone"));
    }
}
