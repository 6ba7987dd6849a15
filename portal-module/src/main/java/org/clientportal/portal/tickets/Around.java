package org.clientportal.portal.tickets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.clientportal.itsm.StatusMeaning;
import org.clientportal.itsm.TicketLink;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What stands around a ticket, read with its row in the same statement.
 *
 * @param answerBy by when the platform means to answer; null when nothing was agreed
 * @param solveBy by when it means to solve; null when nothing was agreed
 * @param waitingFor in the platform's words; null when nobody says
 * @param links to tickets that the viewer may see; the second wall decides
 * @param answer how long such tickets wait for the first answer; null when there are too few to tell
 * @param solution how long such tickets take; null when there are too few to tell
 */
public record Around(
        @Nullable Instant answerBy,
        @Nullable Instant solveBy,
        @Nullable String waitingFor,
        List<Link> links,
        @Nullable Pace answer,
        @Nullable Pace solution) {

    /** So many tickets are needed to tell anything. */
    static final int ENOUGH = 20;

    public Around {
        links = List.copyOf(links);
    }

    /** A ticket that this one has to do with. */
    public record Link(TicketLink.Kind kind, String number, String subject, StatusMeaning meaning) {}

    /**
     * How long it took.
     *
     * @param half as long as half of them at most
     * @param most as long as nine of ten at most
     */
    public record Pace(Duration half, Duration most) {}

    private static final TypeReference<List<Link>> LINKS = new TypeReference<>() {};

    static final String COLUMNS = """
            , t.answer_by, t.solve_by, t.waiting_for,
            (select jsonb_agg(jsonb_build_object('kind', l.kind, 'number', o.number, 'subject', o.subject,
                'meaning', o.meaning) order by o.created_at, o.id)
              from ticket_link l join ticket o on o.platform_id = l.other
              where l.ticket = t.id and not o.gone and o.merged_into is null) as links,
            w.solved, w.solve_median, w.solve_most, w.answered, w.answer_median, w.answer_most""";

    static final String JOIN = " left join category_pace w on w.category = t.category";

    static Around read(ResultSet row) throws SQLException {
        var links = row.getString("links");
        return new Around(
                instant(row, "answer_by"),
                instant(row, "solve_by"),
                row.getString("waiting_for"),
                links == null ? List.of() : JsonMapper.shared().readValue(links, LINKS),
                pace(row, "answered", "answer"),
                pace(row, "solved", "solve"));
    }

    private static @Nullable Pace pace(ResultSet row, String counted, String name) throws SQLException {
        return row.getInt(counted) < ENOUGH
                ? null
                : new Pace(
                        Duration.ofSeconds(row.getLong(name + "_median")),
                        Duration.ofSeconds(row.getLong(name + "_most")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
