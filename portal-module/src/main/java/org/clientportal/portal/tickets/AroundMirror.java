package org.clientportal.portal.tickets;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clientportal.itsm.Ticket;
import org.clientportal.itsm.TicketLink;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Takes what stands around the platform's tickets into the mirror: links, what was promised, what they wait for. */
@Component
class AroundMirror {

    private static final int LONGEST_WORDS = 500;

    private final NamedParameterJdbcTemplate sql;

    AroundMirror(NamedParameterJdbcTemplate sql) {
        this.sql = sql;
    }

    void take(List<Ticket> tickets, Map<String, Long> ids) {
        if (tickets.isEmpty()) {
            return;
        }
        sql.batchUpdate("""
                update ticket set answer_by = :answer, solve_by = :solve, waiting_for = :waiting
                where id = :ticket and (answer_by, solve_by, waiting_for)
                  is distinct from (cast(:answer as timestamptz), cast(:solve as timestamptz), cast(:waiting as text))""", tickets.stream().map(ticket -> row(ticket, ids)).toArray(MapSqlParameterSource[]::new));
        takeLinks(tickets, ids);
        takeAssets(tickets, ids);
    }

    private static MapSqlParameterSource row(Ticket ticket, Map<String, Long> ids) {
        var target = ticket.target();
        var waiting = ticket.waitingFor();
        return new MapSqlParameterSource()
                .addValue("ticket", ids.get(ticket.id()))
                .addValue("answer", at(target == null ? null : target.answerBy()), Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("solve", at(target == null ? null : target.solveBy()), Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("waiting", waiting == null ? null : words(waiting), Types.VARCHAR);
    }

    private static @Nullable String words(String waiting) {
        var words = waiting.replace("\0", "").strip();
        return words.isEmpty() ? null : words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS);
    }

    private record Linked(long ticket, String other, TicketLink.Kind kind) {

        MapSqlParameterSource row() {
            return new MapSqlParameterSource()
                    .addValue("ticket", ticket)
                    .addValue("other", other)
                    .addValue("kind", kind.name());
        }
    }

    private void takeLinks(List<Ticket> tickets, Map<String, Long> ids) {
        var here = tickets.stream()
                .map(ticket -> Objects.requireNonNull(ids.get(ticket.id())))
                .toList();
        var superfluous = new HashSet<>(sql.query(
                "select ticket, other, kind from ticket_link where ticket in (:tickets)",
                Map.of("tickets", here),
                (row, number) ->
                        new Linked(row.getLong(1), row.getString(2), TicketLink.Kind.valueOf(row.getString(3)))));
        var fresh = new ArrayList<Linked>();
        for (var ticket : tickets) {
            for (var link : ticket.links()) {
                var linked = new Linked(Objects.requireNonNull(ids.get(ticket.id())), link.ticketId(), link.kind());
                if (!superfluous.remove(linked)) {
                    fresh.add(linked);
                }
            }
        }
        batch(
                "delete from ticket_link where ticket = :ticket and other = :other and kind = :kind",
                List.copyOf(superfluous));
        batch(
                "insert into ticket_link (ticket, other, kind) values (:ticket, :other, :kind) on conflict do nothing",
                fresh);
    }

    /** What the person said that a ticket is about stays, also where the platform has no links. */
    private void takeAssets(List<Ticket> tickets, Map<String, Long> ids) {
        var here = tickets.stream()
                .map(ticket -> Objects.requireNonNull(ids.get(ticket.id())))
                .toList();
        sql.update("delete from ticket_asset where ticket in (:tickets) and not asked", Map.of("tickets", here));
        var named = tickets.stream()
                .flatMap(ticket -> ticket.assetIds().stream()
                        .distinct()
                        .map(asset -> new MapSqlParameterSource()
                                .addValue("ticket", ids.get(ticket.id()))
                                .addValue("asset", asset)))
                .toArray(MapSqlParameterSource[]::new);
        if (named.length > 0) {
            sql.batchUpdate(
                    "insert into ticket_asset (ticket, asset) values (:ticket, :asset) on conflict do nothing", named);
        }
    }

    private void batch(String statement, List<Linked> links) {
        if (!links.isEmpty()) {
            sql.batchUpdate(statement, links.stream().map(Linked::row).toArray(MapSqlParameterSource[]::new));
        }
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
