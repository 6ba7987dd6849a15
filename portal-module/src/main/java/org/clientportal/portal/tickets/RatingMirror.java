package org.clientportal.portal.tickets;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clientportal.itsm.Rating;
import org.clientportal.itsm.Ticket;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Takes what the platform keeps of people's ratings: their own come back, and after a loss of the database all do. */
@Component
class RatingMirror {

    private final NamedParameterJdbcTemplate sql;

    RatingMirror(NamedParameterJdbcTemplate sql) {
        this.sql = sql;
    }

    /**
     * A rating that the portal has is confirmed; one that it does not know becomes the last of its ticket. One that was
     * given here since, and is on its way, stays the last.
     */
    void take(List<Ticket> tickets, Map<String, Long> ids) {
        var rated = tickets.stream().filter(ticket -> ticket.rating() != null).toList();
        if (rated.isEmpty()) {
            return;
        }
        var people = people(rated);
        sql.batchUpdate(
                TAKE,
                rated.stream()
                        .map(ticket -> row(
                                Objects.requireNonNull(ids.get(ticket.id())),
                                Objects.requireNonNull(ticket.rating()),
                                people))
                        .toArray(MapSqlParameterSource[]::new));
    }

    private static final String TAKE = """
            insert into ticket_rating (ticket, person, score, comment, at, request_key, delivery)
            select :ticket, :person, :score, :comment, :at, cast(:key as uuid), 'DELIVERED'
            where cast(:key as text) is not null
              or not exists (select from ticket_rating r where r.ticket = :ticket
                and (r.score, r.comment) = (:score, :comment) and r.request_key is null)
            on conflict (request_key) do update set delivery = 'DELIVERED', failure = null
            where ticket_rating.delivery <> 'DELIVERED'""";

    private static MapSqlParameterSource row(long ticket, Rating rating, Map<String, Long> people) {
        var person = rating.personId();
        return new MapSqlParameterSource()
                .addValue("ticket", ticket)
                .addValue("person", person == null ? null : people.get(person), java.sql.Types.BIGINT)
                .addValue("score", rating.score())
                .addValue("comment", rating.comment().replace("\0", ""))
                .addValue("at", rating.at().atOffset(ZoneOffset.UTC))
                .addValue("key", rating.requestKey(), java.sql.Types.VARCHAR);
    }

    private Map<String, Long> people(List<Ticket> rated) {
        var wanted = rated.stream()
                .map(ticket -> Objects.requireNonNull(ticket.rating()).personId())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var found = new HashMap<String, Long>();
        if (!wanted.isEmpty()) {
            sql.query("select platform_id, id from person where platform_id in (:ids)", Map.of("ids", wanted), row -> {
                found.put(row.getString(1), row.getLong(2));
            });
        }
        return found;
    }
}
