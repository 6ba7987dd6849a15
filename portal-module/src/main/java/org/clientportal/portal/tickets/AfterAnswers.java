package org.clientportal.portal.tickets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.clientportal.portal.tickets.AfterAnswer.Rated;
import org.jspecify.annotations.Nullable;

/** Reads what comes after an answer with the row of the ticket, in the same statement. */
final class AfterAnswers {

    static final String COLUMNS = """
            , t.since, c.closes_at, t.requester = :viewer as mine, g.score, g.comment, g.delivery as rating_delivery""";

    /** The second wall shows a viewer their own ratings only. */
    static final String JOIN = """
            left join ticket_closing c on c.ticket = t.id and c.since = t.since
            left join lateral (select r.score, r.comment, r.delivery from ticket_rating r where r.ticket = t.id
              order by r.id desc limit 1) g on true""";

    private AfterAnswers() {}

    static AfterAnswer read(ResultSet row) throws SQLException {
        var delivery = row.getString("rating_delivery");
        return new AfterAnswer(
                row.getObject("since", OffsetDateTime.class).toInstant(),
                instant(row, "closes_at"),
                row.getBoolean("mine"),
                delivery == null ? null : new Rated(row.getInt("score"), row.getString("comment"), delivery));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
