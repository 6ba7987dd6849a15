package org.clientportal.portal.tickets;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.clientportal.itsm.Ticket;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/** Who may see the platform's tickets, as rows. Somebody who is not known yet gets theirs on arrival. */
@Component
class TicketReaders {

    private final NamedParameterJdbcTemplate sql;

    TicketReaders(NamedParameterJdbcTemplate sql) {
        this.sql = sql;
    }

    /**
     * @param ids the tickets' ids here, by the platform's
     * @param people ids of those who are known, by the platform's
     */
    void take(List<Ticket> tickets, Map<String, Long> ids, Map<String, Long> people) {
        if (tickets.isEmpty()) {
            return;
        }
        var here = tickets.stream()
                .map(ticket -> Objects.requireNonNull(ids.get(ticket.id())))
                .toList();
        var superfluous = stored(here);
        var leaving = leaving(here);
        var rows = new ArrayList<SqlParameterSource>();
        var awaited = new ArrayList<SqlParameterSource>();
        for (var ticket : tickets) {
            var id = Objects.requireNonNull(ids.get(ticket.id()));
            readersOf(ticket).forEach((person, reason) -> {
                var known = people.get(person);
                if (known != null && leaving.contains(new Reader("p:" + known, id, reason))) {
                    return; // the platform has yet to hear of it
                }
                if (known == null) {
                    awaited.add(awaited(person, id, reason));
                } else {
                    var reader = new Reader("p:" + known, id, reason);
                    superfluous.remove(reader);
                    rows.add(row(reader).addValue("changed", ticket.changedAt().atOffset(ZoneOffset.UTC)));
                }
            });
        }
        batch(
                "delete from ticket_reader where scope = :scope and ticket = :ticket and reason = :reason",
                superfluous.stream().map(TicketReaders::row).toList());
        batch("""
                insert into ticket_reader (scope, ticket, changed, reason) values (:scope, :ticket, :changed, :reason)
                on conflict (scope, ticket, reason) do update set changed = excluded.changed
                where ticket_reader.changed <> excluded.changed""", rows);
        sql.update(
                "delete from ticket_awaited where ticket in (:tickets) and reason <> 'author'",
                Map.of("tickets", here));
        batch("""
                insert into ticket_awaited (person, ticket, reason) values (:person, :ticket, :reason)
                on conflict do nothing""", awaited);
    }

    /** Nobody sees these any more. */
    void forget(List<Long> tickets) {
        if (!tickets.isEmpty()) {
            var these = Map.of("tickets", tickets);
            sql.update("delete from ticket_reader where ticket in (:tickets)", these);
            sql.update("delete from ticket_awaited where ticket in (:tickets)", these);
        }
    }

    /** @return the tickets that some of these people see only now */
    List<Long> peopleArrived(Collection<String> platformIds) {
        return platformIds.isEmpty()
                ? List.of()
                : sql.queryForList(ARRIVAL, Map.of("people", platformIds), Long.class).stream()
                        .distinct()
                        .toList();
    }

    private static final String ARRIVAL = """
            with arrived as (
              delete from ticket_awaited a using person p where p.platform_id = a.person and a.person in (:people)
              returning a.ticket, a.entry, a.reason, p.id as person
            ), requesters as (
              update ticket t set requester = a.person from arrived a
              where a.reason = 'requester' and t.id = a.ticket and t.requester is null
            ), authors as (
              update entry e set author = a.person from arrived a where e.id = a.entry and e.author is null
            )
            insert into ticket_reader (scope, ticket, changed, reason)
            select 'p:' || a.person, t.id, t.changed_at, a.reason from arrived a join ticket t on t.id = a.ticket
            where a.reason <> 'author' and not t.gone and t.merged_into is null
            on conflict (scope, ticket, reason) do update set changed = excluded.changed
            returning ticket""";

    private record Reader(String scope, long ticket, String reason) {}

    private Set<Reader> stored(List<Long> tickets) {
        return new HashSet<>(sql.query(
                """
                select scope, ticket, reason from ticket_reader
                where ticket in (:tickets) and reason in ('requester', 'participant')""",
                Map.of("tickets", tickets),
                (row, number) -> new Reader(row.getString(1), row.getLong(2), row.getString(3))));
    }

    /** Who has left here while the platform still has them in copy. */
    private Set<Reader> leaving(List<Long> tickets) {
        return new HashSet<>(sql.query(
                """
                select 'p:' || person, ticket from ticket_participation
                where ticket in (:tickets) and not takes_part and delivery in ('SENDING', 'UNKNOWN')""",
                Map.of("tickets", tickets),
                (row, number) -> new Reader(row.getString(1), row.getLong(2), "participant")));
    }

    /** The platform's ids of those who see it, each with one reason. */
    private static Map<String, String> readersOf(Ticket ticket) {
        var readers = new LinkedHashMap<String, String>();
        if (ticket.gone() || ticket.mergedInto() != null) {
            return readers;
        }
        if (ticket.requesterId() != null) {
            readers.put(ticket.requesterId(), "requester");
        }
        ticket.participantIds().forEach(person -> readers.putIfAbsent(person, "participant"));
        return readers;
    }

    private static MapSqlParameterSource row(Reader reader) {
        return new MapSqlParameterSource()
                .addValue("scope", reader.scope())
                .addValue("ticket", reader.ticket())
                .addValue("reason", reader.reason());
    }

    private static SqlParameterSource awaited(String person, long ticket, String reason) {
        return new MapSqlParameterSource()
                .addValue("person", person)
                .addValue("ticket", ticket)
                .addValue("reason", reason);
    }

    private void batch(String statement, List<? extends SqlParameterSource> rows) {
        if (!rows.isEmpty()) {
            sql.batchUpdate(statement, rows.toArray(SqlParameterSource[]::new));
        }
    }
}
