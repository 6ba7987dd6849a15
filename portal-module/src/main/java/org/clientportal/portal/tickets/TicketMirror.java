package org.clientportal.portal.tickets;

import java.sql.Types;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientportal.itsm.Approval;
import org.clientportal.itsm.Entry;
import org.clientportal.itsm.Person;
import org.clientportal.itsm.StatusMeaning;
import org.clientportal.itsm.Ticket;
import org.clientportal.portal.live.Hints;
import org.clientportal.ports.TicketIntake;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/** Takes the platform's tickets into the mirror, a page at a time, by batch SQL. */
@Component
class TicketMirror implements TicketIntake {

    private final NamedParameterJdbcTemplate sql;
    private final EntryMirror entries;
    private final TicketReaders readers;
    private final RatingMirror ratings;
    private final AroundMirror around;
    private final ApprovalMirror approvals;
    private final TicketFinds search;
    private final Hints hints;
    private final ApplicationEventPublisher events;

    TicketMirror(
            NamedParameterJdbcTemplate sql,
            EntryMirror entries,
            TicketReaders readers,
            RatingMirror ratings,
            AroundMirror around,
            ApprovalMirror approvals,
            TicketFinds search,
            Hints hints,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.entries = entries;
        this.readers = readers;
        this.ratings = ratings;
        this.around = around;
        this.approvals = approvals;
        this.search = search;
        this.hints = hints;
        this.events = events;
    }

    @Override
    public void take(List<Ticket> tickets, Function<String, StatusMeaning> meanings) {
        var newest = newestOf(tickets);
        if (newest.isEmpty()) {
            return;
        }
        recogniseOwn(newest);
        var before = stored(newest.stream().map(Ticket::id).toList());
        var people = peopleOf(newest);
        batch(UPSERT, newest, ticket -> ticketRow(ticket, meanings, people));
        var after = stored(newest.stream().map(Ticket::id).toList());
        var changed = newest.stream()
                .filter(ticket -> Objects.requireNonNull(after.get(ticket.id())).version() == ticket.version())
                .filter(ticket -> {
                    var earlier = before.get(ticket.id());
                    return earlier == null || earlier.version() < ticket.version();
                })
                .toList();
        var ids = idsOf(after);
        var fresh = entries.take(changed, ids, people);
        readers.take(changed, ids, people);
        ratings.take(changed, ids);
        around.take(changed, ids);
        approvals.take(changed, ids, people);
        search.changed(changed.stream().map(ticket -> id(ids, ticket)).toList());
        hints.ticketsChanged(changed.stream().map(ticket -> id(ids, ticket)).toList());
        changed.forEach(ticket -> announce(ticket, before.get(ticket.id()), id(ids, ticket), meanings, fresh));
    }

    @Override
    public void heal(List<Ticket> tickets, Function<String, StatusMeaning> meanings) {
        var busy = onItsWay(tickets);
        var calm = newestOf(tickets).stream()
                .filter(ticket -> !busy.contains(ticket.id()))
                .toList();
        take(calm, meanings);
        if (calm.isEmpty()) {
            return;
        }
        var stored = stored(calm.stream().map(Ticket::id).toList());
        var same = calm.stream()
                .filter(ticket ->
                        Objects.requireNonNull(stored.get(ticket.id())).version() == ticket.version())
                .toList();
        var people = peopleOf(same);
        var ids = idsOf(stored);
        batch(REPAIR, same, ticket -> ticketRow(ticket, meanings, people));
        entries.take(same, ids, people);
        readers.take(same, ids, people);
        ratings.take(same, ids);
        around.take(same, ids);
        approvals.take(same, ids, people);
        search.changed(same.stream().map(ticket -> id(ids, ticket)).toList());
    }

    @Override
    public void vanished(String ticketId, Optional<String> mergedInto) {
        var gone = sql.queryForList(
                """
                update ticket t set gone = :gone, merged_into = :into where platform_id = :id
                  and not exists (select from entry e where e.ticket = t.id and e.delivery in ('SENDING', 'UNKNOWN'))
                returning t.id""",
                new MapSqlParameterSource()
                        .addValue("id", ticketId)
                        .addValue("gone", mergedInto.isEmpty())
                        .addValue("into", mergedInto.orElse(null), Types.VARCHAR),
                Long.class);
        hints.ticketsChanged(gone);
        readers.forget(gone);
        search.changed(gone);
    }

    /** The platform's ids of those tickets of which something here waits for the platform's answer. */
    private Set<String> onItsWay(List<Ticket> tickets) {
        var busy = new HashSet<String>();
        if (!tickets.isEmpty()) {
            busy.addAll(sql.queryForList(
                    """
                    select platform_id from ticket t where platform_id in (:ids)
                      and exists (select from entry e where e.ticket = t.id and e.delivery in ('SENDING', 'UNKNOWN'))""", Map.of("ids", tickets.stream().map(Ticket::id).toList()), String.class));
        }
        var ours = tickets.stream()
                .filter(ticket -> ticket.requestKey() != null)
                .collect(Collectors.toMap(Ticket::requestKey, Ticket::id, (one, other) -> one));
        if (!ours.isEmpty()) {
            sql.queryForList("""
                            select cast(request_key as text) from ticket
                            where platform_id is null and request_key = any (cast(:keys as uuid[]))""", Map.of("keys", "{" + String.join(",", ours.keySet()) + "}"), String.class)
                    .forEach(key -> busy.add(ours.get(key)));
        }
        return busy;
    }

    @Override
    public void peopleArrived(List<Person> people) {
        var arrived = people.stream().map(Person::id).toList();
        approvals.peopleArrived(arrived);
        var seen = readers.peopleArrived(arrived);
        hints.ticketsChanged(seen);
    }

    @Override
    public void meaningsChanged(Function<String, StatusMeaning> meanings) {
        var statuses = sql.getJdbcOperations()
                .queryForList("select distinct status from ticket where status is not null", String.class);
        statuses.forEach(status -> sql.update(
                "update ticket set meaning = :meaning where status = :status and meaning <> :meaning",
                Map.of("status", status, "meaning", meanings.apply(status).name())));
    }

    private static List<Ticket> newestOf(List<Ticket> tickets) {
        var byId = new LinkedHashMap<String, Ticket>();
        tickets.forEach(ticket ->
                byId.merge(ticket.id(), ticket, (one, other) -> one.version() > other.version() ? one : other));
        return List.copyOf(byId.values());
    }

    /** A ticket of ours comes back from the platform before or after the push has heard the answer. */
    private void recogniseOwn(List<Ticket> tickets) {
        var own = tickets.stream().filter(ticket -> ticket.requestKey() != null).toList();
        batch(
                """
                update ticket set platform_id = :id, number = :number
                where request_key = cast(:key as uuid) and platform_id is null""",
                own,
                ticket -> new MapSqlParameterSource()
                        .addValue("id", ticket.id())
                        .addValue("number", ticket.number())
                        .addValue("key", ticket.requestKey()));
    }

    private record Stored(long id, long version, StatusMeaning meaning) {}

    private Map<String, Stored> stored(Collection<String> platformIds) {
        var found = new HashMap<String, Stored>();
        sql.query(
                "select platform_id, id, version, meaning from ticket where platform_id in (:ids)",
                Map.of("ids", platformIds),
                row -> {
                    found.put(
                            row.getString(1),
                            new Stored(row.getLong(2), row.getLong(3), StatusMeaning.valueOf(row.getString(4))));
                });
        return found;
    }

    private Map<String, Long> peopleOf(List<Ticket> tickets) {
        var wanted = tickets.stream()
                .flatMap(ticket -> Stream.of(
                                Stream.ofNullable(ticket.requesterId()),
                                ticket.participantIds().stream(),
                                ticket.approvals().stream().map(Approval::approverId),
                                ticket.entries().stream()
                                        .flatMap(entry ->
                                                Stream.ofNullable(entry.author().personId())))
                        .flatMap(Function.identity()))
                .collect(Collectors.toSet());
        var found = new HashMap<String, Long>();
        if (!wanted.isEmpty()) {
            sql.query("select platform_id, id from person where platform_id in (:ids)", Map.of("ids", wanted), row -> {
                found.put(row.getString(1), row.getLong(2));
            });
        }
        return found;
    }

    private static final String UPSERT = """
            insert into ticket (platform_id, number, subject, status, meaning, category, priority, requester,
              organisation_platform_id, agent_name, created_at, changed_at, last_author, merged_into, gone, version, since)
            values (:id, :number, :subject, :status, :meaning, :category, :priority, :requester, :organisation, :agent,
              :created, :changed, :lastAuthor, :mergedInto, :gone, :version, :since)
            on conflict (platform_id) do update set number = excluded.number, subject = excluded.subject,
              status = excluded.status, meaning = excluded.meaning, category = excluded.category,
              priority = excluded.priority, requester = excluded.requester,
              organisation_platform_id = excluded.organisation_platform_id, agent_name = excluded.agent_name,
              created_at = excluded.created_at, changed_at = excluded.changed_at, last_author = excluded.last_author,
              merged_into = excluded.merged_into, gone = excluded.gone, version = excluded.version,
              since = excluded.since
            where ticket.version < excluded.version""";

    /** The same version, yet not what the platform has. */
    private static final String REPAIR = """
            update ticket set (number, subject, status, meaning, category, priority, requester, organisation_platform_id,
              agent_name, created_at, changed_at, last_author, merged_into, gone, since)
            = (:number, :subject, :status, :meaning, :category, :priority, :requester, :organisation,
              :agent, :created, :changed, :lastAuthor, :mergedInto, :gone, :since)
            where platform_id = :id and version = :version
              and (number, subject, status, meaning, category, priority, requester, organisation_platform_id,
                agent_name, created_at, changed_at, last_author, merged_into, gone, since) is distinct from
                (:number, :subject, :status, :meaning, :category, :priority, cast(:requester as bigint), :organisation,
                :agent, cast(:created as timestamptz), cast(:changed as timestamptz), :lastAuthor, :mergedInto, :gone, cast(:since as timestamptz))""";

    private static SqlParameterSource ticketRow(
            Ticket ticket, Function<String, StatusMeaning> meanings, Map<String, Long> people) {
        return new MapSqlParameterSource()
                .addValue("id", ticket.id())
                .addValue("number", ticket.number())
                .addValue("subject", ticket.subject().replace("\0", ""))
                .addValue("status", ticket.statusId())
                .addValue("meaning", meanings.apply(ticket.statusId()).name())
                .addValue("category", ticket.categoryId())
                .addValue("priority", ticket.priorityId())
                .addValue("requester", ticket.requesterId() == null ? null : people.get(ticket.requesterId()))
                .addValue("organisation", ticket.organisationId())
                .addValue("agent", ticket.agentName())
                .addValue("created", ticket.createdAt().atOffset(ZoneOffset.UTC))
                .addValue("changed", ticket.changedAt().atOffset(ZoneOffset.UTC))
                .addValue("lastAuthor", lastAuthor(ticket).name())
                .addValue("mergedInto", ticket.mergedInto())
                .addValue("gone", ticket.gone())
                .addValue("version", ticket.version())
                .addValue("since", TicketStory.since(ticket, meanings).atOffset(ZoneOffset.UTC));
    }

    /** Who spoke last in public; a bare change of status is not speaking. */
    private static Entry.Role lastAuthor(Ticket ticket) {
        return ticket.entries().stream()
                .filter(entry -> entry.kind() != Entry.Kind.STATUS_CHANGE)
                .reduce((earlier, later) -> later)
                .map(entry -> entry.author().role())
                .orElse(Entry.Role.PERSON);
    }

    private void announce(
            Ticket ticket,
            @Nullable Stored before,
            long id,
            Function<String, StatusMeaning> meanings,
            Map<Long, List<Long>> fresh) {
        if (before == null) {
            return;
        }
        var meaning = meanings.apply(ticket.statusId());
        for (var entry : fresh.getOrDefault(id, List.of())) {
            events.publishEvent(new SupportReplied(id, entry));
        }
        if (meaning != before.meaning()) {
            events.publishEvent(new TicketStatusChanged(id, before.meaning(), meaning));
        }
    }

    private static Map<String, Long> idsOf(Map<String, Stored> stored) {
        return stored.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().id()));
    }

    private static long id(Map<String, Long> ids, Ticket ticket) {
        return Objects.requireNonNull(ids.get(ticket.id()));
    }

    private <T> void batch(String statement, List<T> items, Function<T, SqlParameterSource> row) {
        if (!items.isEmpty()) {
            sql.batchUpdate(statement, items.stream().map(row).toArray(SqlParameterSource[]::new));
        }
    }
}
