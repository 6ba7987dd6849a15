package org.clientportal.portal.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
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

    MailTickets(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    boolean sees(Sender sender, Found ticket) {
        return jdbc.sql("""
                        select exists (select from ticket_reader where ticket = ? and scope = ?
                          and (until is null or until > now()))""")
                .params(ticket.id(), "p:" + sender.person())
                .query(Boolean.class)
                .single();
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
