package org.clientportal.portal.tickets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.clientportal.itsm.StatusMeaning;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.search.Findable;
import org.clientportal.portal.search.Finds;
import org.clientportal.portal.search.Hit;
import org.clientportal.portal.search.Marked;
import org.clientportal.portal.search.Marks;
import org.clientportal.portal.search.SearchIndex;
import org.clientportal.portal.web.Frame;
import org.jsoup.Jsoup;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Tickets can be found: by number, subject, what was said in public, and by who of support works on it. */
@Component
@Order(20)
class TicketFinds implements Finds {

    private static final String KIND = "ticket";
    private static final int MOST_CHARACTERS = 60_000;
    private static final int SHOWN_CHARACTERS = 4_000;
    private static final int EXCERPT = 170;

    private final NamedParameterJdbcTemplate sql;
    private final SearchIndex index;

    TicketFinds(NamedParameterJdbcTemplate sql, SearchIndex index) {
        this.sql = sql;
        this.index = index;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Feature feature() {
        return Feature.TICKETS;
    }

    @Override
    public String icon() {
        return "tickets";
    }

    // ------------------------------------------------------------------ into the index

    /** The mirror has other tickets than before. Within its transaction. */
    void changed(Collection<Long> tickets) {
        if (!tickets.isEmpty()) {
            index.renew(KIND, tickets, documents("t.id in (:ids)", Map.of("ids", tickets)));
        }
    }

    @Override
    public List<Findable> after(long object, int limit) {
        return documents(
                "t.id in (select id from ticket where id > :after order by id limit :limit)",
                Map.of("after", object, "limit", limit));
    }

    private record Stored(
            long id,
            String number,
            String local,
            String subject,
            String category,
            String agent,
            OffsetDateTime changed) {
        static Stored of(ResultSet row, int number) throws SQLException {
            return new Stored(
                    row.getLong("id"),
                    row.getString("number"),
                    Objects.requireNonNullElse(row.getString("local_number"), ""),
                    row.getString("subject"),
                    Objects.requireNonNullElse(row.getString("category"), ""),
                    Objects.requireNonNullElse(row.getString("agent_name"), ""),
                    row.getObject("changed_at", OffsetDateTime.class));
        }
    }

    private List<Findable> documents(String which, Map<String, Object> parameters) {
        var tickets = sql.query(
                "select t.* from ticket t where not t.gone and t.merged_into is null and " + which + " order by t.id",
                parameters,
                Stored::of);
        var texts = tickets.isEmpty()
                ? Map.<Long, List<String>>of()
                : texts(tickets.stream().map(Stored::id).toList(), MOST_CHARACTERS);
        return tickets.stream()
                .map(ticket -> new Findable(
                        KIND,
                        ticket.id(),
                        null,
                        Stream.of(ticket.number(), ticket.local())
                                .filter(code -> code != null && !code.isBlank())
                                .toList(),
                        ticket.subject(),
                        List.of(),
                        ticket.agent(),
                        shortened(String.join("\n", texts.getOrDefault(ticket.id(), List.of()))),
                        ticket.changed().toInstant()))
                .toList();
    }

    private static String shortened(String text) {
        return text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
    }

    /** What was said in tickets, as plain text, the oldest first. */
    private Map<Long, List<String>> texts(Collection<Long> tickets, int most) {
        var texts = new HashMap<Long, List<String>>();
        sql.query("""
                select ticket, left(body, :most) as body, html from entry
                where ticket in (:ids) and kind <> 'STATUS_CHANGE' and body <> ''
                order by ticket, place, id""", Map.of("ids", tickets, "most", most), row -> {
            var body = row.getString("body");
            texts.computeIfAbsent(row.getLong("ticket"), ticket -> new ArrayList<>())
                    .add(row.getBoolean("html") ? Jsoup.parse(body).text() : body);
        });
        return texts;
    }

    // ------------------------------------------------------------------ out of it

    private record Listed(long id, String number, String subject, StatusMeaning meaning, OffsetDateTime changed) {
        static Listed of(ResultSet row, int number) throws SQLException {
            return new Listed(
                    row.getLong("id"),
                    row.getString("number"),
                    row.getString("subject"),
                    StatusMeaning.valueOf(row.getString("meaning")),
                    row.getObject("changed_at", OffsetDateTime.class));
        }
    }

    @Override
    public List<Hit> hits(Viewer viewer, Frame frame, List<Long> objects, Marks marks, boolean brief) {
        if (objects.isEmpty()) {
            return List.of();
        }
        var found = new HashMap<Long, Listed>();
        sql.query("""
                        select id, number, subject, meaning, changed_at
                        from ticket where id in (:ids) and not gone""", Map.of("ids", objects), Listed::of).forEach(ticket -> found.put(ticket.id(), ticket));
        var texts = brief ? Map.<Long, List<String>>of() : texts(found.keySet(), SHOWN_CHARACTERS);
        return objects.stream()
                .flatMap(id -> Stream.ofNullable(found.get(id)))
                .map(ticket -> hit(ticket, frame, texts.getOrDefault(ticket.id(), List.of()), marks))
                .toList();
    }

    private static Hit hit(Listed ticket, Frame frame, List<String> texts, Marks marks) {
        return new Hit(
                "/tickets/" + ticket.number(),
                marks.all(ticket.subject()),
                texts.isEmpty() ? Marked.NOTHING : marks.excerpt(String.join(" ", texts), EXCERPT),
                Stream.of(
                                ticket.number(),
                                frame.formats()
                                        .when(ticket.changed().toInstant())
                                        .text(),
                                ticket.meaning() == StatusMeaning.CLOSED
                                        ? frame.words().text("state.closed")
                                        : "")
                        .filter(fact -> !fact.isEmpty())
                        .toList(),
                "");
    }
}
