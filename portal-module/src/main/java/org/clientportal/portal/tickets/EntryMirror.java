package org.clientportal.portal.tickets;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.clientportal.itsm.Entry;
import org.clientportal.itsm.Ticket;
import org.clientportal.portal.conversation.AgentHtml;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/** Takes the entries and attachments of the platform's tickets into the mirror. */
@Component
class EntryMirror {

    private final NamedParameterJdbcTemplate sql;

    EntryMirror(NamedParameterJdbcTemplate sql) {
        this.sql = sql;
    }

    private record Placed(Entry entry, long ticket) {}

    /** @return replies of support that were not there before, by ticket */
    Map<Long, List<Long>> take(List<Ticket> tickets, Map<String, Long> ids, Map<String, Long> people) {
        var placed = tickets.stream()
                .flatMap(ticket -> ticket.entries().stream()
                        .map(entry -> new Placed(entry, Objects.requireNonNull(ids.get(ticket.id())))))
                .toList();
        if (placed.isEmpty()) {
            return Map.of();
        }
        recogniseOwn(placed);
        var before = entryIds(placed);
        sql.batchUpdate(UPSERT, rows(placed, people));
        var after = entryIds(placed);
        awaitAuthors(placed, after, people);
        takeFiles(placed, after);
        return placed.stream()
                .filter(one -> one.entry().kind() == Entry.Kind.REPLY
                        && one.entry().author().role() == Entry.Role.SUPPORT
                        && !before.containsKey(one.entry().id()))
                .collect(Collectors.groupingBy(
                        Placed::ticket,
                        Collectors.mapping(
                                one -> Objects.requireNonNull(
                                        after.get(one.entry().id())),
                                Collectors.toList())));
    }

    /** What a person wrote here comes back; it is the same entry, and the platform's word is that it arrived. */
    private void recogniseOwn(List<Placed> placed) {
        sql.batchUpdate(
                """
                update entry set platform_id = :id, delivery = 'DELIVERED', failure = null,
                  delivered_at = coalesce(delivered_at, now())
                where request_key = cast(:key as uuid) and platform_id is null""",
                placed.stream()
                        .filter(one -> one.entry().requestKey() != null)
                        .map(one -> new MapSqlParameterSource()
                                .addValue("id", one.entry().id())
                                .addValue("key", one.entry().requestKey()))
                        .toArray(SqlParameterSource[]::new));
    }

    private Map<String, Long> entryIds(List<Placed> placed) {
        var found = new HashMap<String, Long>();
        sql.query(
                "select platform_id, id from entry where platform_id in (:ids)",
                Map.of("ids", placed.stream().map(one -> one.entry().id()).toList()),
                row -> {
                    found.put(row.getString(1), row.getLong(2));
                });
        return found;
    }

    /** A platform that takes no HTML gives back what was typed; then the same is shown as before. */
    private static final String TYPED_ONLY = """
            case when entry.typed is not null and not excluded.html
              and regexp_replace(excluded.body, '\\s+', ' ', 'g') = regexp_replace(entry.typed, '\\s+', ' ', 'g')
              then\s""";

    private static final String BODY = TYPED_ONLY + "entry.body else excluded.body end";
    private static final String HTML = TYPED_ONLY + "entry.html else excluded.html end";

    private static final String UPSERT =
            """
            insert into entry (ticket, platform_id, place, kind, author, author_name, on_behalf_of, author_role, at, body, html, status,
              channel, delivery, delivered_at)
            values (:ticket, :id, :place, :kind, :author, :name, :behalf, :role, :at, :body, :html, :status, 'PLATFORM',
              'DELIVERED', :at)
            on conflict (platform_id) do update set ticket = excluded.ticket, place = excluded.place,
              kind = excluded.kind, author = excluded.author, author_name = excluded.author_name,
              on_behalf_of = excluded.on_behalf_of,
              author_role = excluded.author_role, at = excluded.at, body =\s""" + BODY + ", html = " + HTML + """
            , status = excluded.status
            where (entry.ticket, entry.place, entry.kind, entry.author, entry.author_name, entry.on_behalf_of, entry.author_role, entry.at,
                entry.body, entry.html, entry.status)
              is distinct from (excluded.ticket, excluded.place, excluded.kind, excluded.author, excluded.author_name,
                excluded.on_behalf_of, excluded.author_role, excluded.at,\s""" + BODY + ", " + HTML + ", excluded.status)";

    private static SqlParameterSource[] rows(List<Placed> placed, Map<String, Long> people) {
        return placed.stream()
                .map(one -> {
                    var entry = one.entry();
                    var author = entry.author();
                    var text = entry.text().replace("\0", "");
                    return new MapSqlParameterSource()
                            .addValue("ticket", one.ticket())
                            .addValue("id", entry.id())
                            .addValue("place", entry.order())
                            .addValue("kind", entry.kind().name())
                            .addValue("author", author.personId() == null ? null : people.get(author.personId()))
                            .addValue("name", author.name())
                            .addValue("behalf", author.onBehalfOf())
                            .addValue("role", author.role().name())
                            .addValue("at", entry.at().atOffset(ZoneOffset.UTC))
                            .addValue("body", entry.html() ? AgentHtml.safe(text) : text)
                            .addValue("html", entry.html())
                            .addValue("status", entry.statusId());
                })
                .toArray(SqlParameterSource[]::new);
    }

    /** Authors whom nobody knows yet; see {@link TicketReaders#peopleArrived}. */
    private void awaitAuthors(List<Placed> placed, Map<String, Long> entryIds, Map<String, Long> people) {
        sql.batchUpdate(
                """
                insert into ticket_awaited (person, ticket, reason, entry) values (:person, :ticket, 'author', :entry)
                on conflict do nothing""",
                placed.stream()
                        .filter(one -> one.entry().author().personId() != null
                                && !people.containsKey(one.entry().author().personId()))
                        .map(one -> new MapSqlParameterSource()
                                .addValue("person", one.entry().author().personId())
                                .addValue("ticket", one.ticket())
                                .addValue("entry", entryIds.get(one.entry().id())))
                        .toArray(SqlParameterSource[]::new));
    }

    private void takeFiles(List<Placed> placed, Map<String, Long> entryIds) {
        var own = new ArrayList<SqlParameterSource>();
        var all = new ArrayList<SqlParameterSource>();
        for (var one : placed) {
            var files = one.entry().files();
            for (int position = 0; position < files.size(); position++) {
                var file = files.get(position);
                var row = new MapSqlParameterSource()
                        .addValue("ticket", one.ticket())
                        .addValue("entry", entryIds.get(one.entry().id()))
                        .addValue("position", position)
                        .addValue("id", file.id())
                        .addValue("name", file.name())
                        .addValue("type", file.contentType())
                        .addValue("size", file.size());
                all.add(row);
                if (one.entry().requestKey() != null) {
                    own.add(row);
                }
            }
        }
        sql.batchUpdate("""
                update attachment set platform_id = :id
                where entry = :entry and position = :position and platform_id is null
                  and not exists (select from attachment known where known.platform_id = :id)""", own.toArray(SqlParameterSource[]::new));
        sql.batchUpdate("""
                insert into attachment (ticket, entry, position, platform_id, name, content_type, size)
                values (:ticket, :entry, :position, :id, :name, :type, :size)
                on conflict (platform_id) do update set ticket = excluded.ticket, entry = excluded.entry
                where attachment.entry <> excluded.entry or attachment.ticket <> excluded.ticket""", all.toArray(SqlParameterSource[]::new));
    }
}
