package org.clientportal.portal.tickets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientportal.itsm.Entry;
import org.clientportal.itsm.StatusMeaning;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.tickets.TicketListPage.TabName;
import org.clientportal.portal.tickets.TicketQuery.Whose;
import org.clientportal.portal.web.Counted;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The tickets a viewer may see. Every look-up starts at the viewer's reader rows; row-level security stands behind. Called
 * within a page transaction.
 */
@Component
public class Tickets {

    static final int PAGE = 20;

    private static final String COLUMNS = """
            t.id, t.number, t.platform_id is not null as delivered, t.subject, t.meaning, t.category, t.priority,
            t.agent_name, t.created_at, t.changed_at, t.last_author,
            t.sending, t.refused""";

    /** Whether the viewer is on it, and else whose it is; asked only where tickets of others can be found. */
    private static final String WHOSE = """
            , s.own, case when not s.personal then ticket_requester_name(t.id) end as requester""";

    /** For whom the viewer would write in it. */
    private static final String STANDS_FOR =
            ", case when not s.personal then ticket_stands_for(t.id) end as stands_for";

    /**
     * What the rows of a ticket's readers say of the viewer. Each question of its own would be free to read all rows of the viewer
     * instead, which are as many as there are tickets to see.
     */
    private static final String SEEN = """
            cross join lateral (
              select coalesce(bool_or(o.scope in (:writing)), false) as own, coalesce(bool_or(o.scope = :own), false) as personal,
                coalesce(bool_or(o.scope in (:scopes) and (o.until is null or o.until > now())), false) as visible
              from ticket_reader o where o.ticket = t.id) s""";

    /** The second wall shows a viewer their own only. */
    private static final String MUTED =
            ", exists (select from ticket_mute u where u.ticket = t.id and u.person = :viewer) as muted";

    private static final String NOBODY = ", cast(null as text) as stands_for";

    private static final String OWN = ", true as own, cast(null as text) as requester";

    /** Up to here tickets are counted; of more it is only said that there are. */
    private static final int COUNTED = 99;

    private final JdbcClient jdbc;

    Tickets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The ticket of a number, also of a local number that it had at first; empty when there is none for this viewer. */
    public Optional<ListedTicket> visibleTo(Viewer viewer, String number) {
        if (viewer.scopes().isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql("select " + COLUMNS + WHOSE + STANDS_FOR + MUTED + AfterAnswers.COLUMNS + Around.COLUMNS
                        + " from ticket t "
                        + SEEN + " " + AfterAnswers.JOIN + Around.JOIN
                        + """

                        where (t.number = :number or t.local_number = :number) and not t.gone and s.visible
                        order by t.number = :number desc limit 1""")
                .param("number", number)
                .params(scopes(viewer))
                .param("viewer", viewer.person())
                .query((row, no) -> ticket(row, AfterAnswers.read(row), Around.read(row)))
                .optional();
    }

    /** The same, when the viewer is on it and so may write in it. */
    Optional<ListedTicket> ownOf(Viewer viewer, String number) {
        return visibleTo(viewer, number).filter(ListedTicket::own);
    }

    /**
     * One page of a list, newest change first; one row more than a page when there are further ones.
     *
     * @param hits of the search that the list is narrowed to; empty when it is not
     */
    List<ListedTicket> page(Viewer viewer, TicketQuery query, Optional<TicketSearch.Hits> hits, int rows) {
        var scopes = query.whose().scopesOf(viewer);
        if (scopes.isEmpty() || hits.filter(found -> found.tickets().isEmpty()).isPresent()) {
            return List.of();
        }
        var parameters = new HashMap<String, @Nullable Object>();
        if (query.whose() != Whose.OWN) {
            parameters.putAll(scopes(viewer));
        }
        var where = new StringBuilder("r.scope = branch.scope and (r.until is null or r.until > now())");
        narrow(query, where, parameters);
        hits.ifPresent(found -> {
            where.append(" and r.ticket = any(:found)");
            parameters.put("found", found.tickets().toArray(Long[]::new));
        });
        var after = query.after();
        if (after != null) {
            where.append(query.backwards() ? " and (r.changed, r.ticket) > " : " and (r.changed, r.ticket) < ")
                    .append("(cast(:changed as timestamptz), cast(:ticket as bigint))");
            parameters.put("changed", OffsetDateTime.ofInstant(after.changed(), ZoneOffset.UTC));
            parameters.put("ticket", after.ticket());
        }
        var order = query.backwards() ? "asc" : "desc";
        // one limited branch per scope and stage, merged; a ticket seen through several rows comes once
        var found = jdbc.sql("select * from (values " + branches(scopes, stages(query.tab()), parameters)
                        + ") as branch(scope, stage) cross join lateral (select "
                        // the reader row's own time is what the order and the cursor go by
                        + COLUMNS.replace("t.changed_at", "r.changed as changed_at")
                        + (query.whose() == Whose.OWN ? OWN : WHOSE) + NOBODY
                        + ", r.changed, r.ticket from ticket_reader r join ticket t on t.id = r.ticket "
                        + (query.whose() == Whose.OWN ? "" : SEEN)
                        + " where " + where
                        + " order by r.changed " + order + ", r.ticket " + order + " limit " + (rows + 1) + ") few"
                        + " order by changed " + order + ", ticket " + order)
                .params(parameters)
                .query((row, no) -> ticket(row))
                .list();
        var once = new LinkedHashMap<Long, ListedTicket>();
        found.forEach(ticket -> once.putIfAbsent(ticket.id(), ticket));
        var page = once.values().stream().limit(rows + 1L).toList();
        return query.backwards() ? page.reversed() : page;
    }

    /** The viewer's own about an asset, newest change first. */
    List<ListedTicket> about(Viewer viewer, String asset) {
        return jdbc.sql("select " + COLUMNS + OWN + NOBODY
                        + " from ticket_asset a join ticket t on t.id = a.ticket " + SEEN
                        + " where a.asset = :asset and not t.gone and t.merged_into is null and s.personal"
                        + " order by t.changed_at desc, t.id desc limit " + PAGE)
                .param("asset", asset)
                .params(scopes(viewer))
                .query((row, number) -> ticket(row))
                .list();
    }

    private static Map<String, Object> scopes(Viewer viewer) {
        return Map.of("scopes", viewer.scopes(), "own", viewer.ownScope(), "writing", viewer.writingScopes());
    }

    /** What a tab shows; the whole list has no stage of its own and is one branch. */
    private static List<String> stages(TabName tab) {
        return switch (tab) {
            case OPEN -> List.of("YOURS", "OPEN");
            case YOURS -> List.of("YOURS");
            case CLOSED -> List.of("CLOSED");
            case ALL -> List.of("");
        };
    }

    private static String branches(List<String> scopes, List<String> stages, Map<String, @Nullable Object> parameters) {
        var branches = new ArrayList<String>();
        for (int at = 0; at < scopes.size(); at++) {
            parameters.put("scope" + at, scopes.get(at));
            for (var stage : stages) {
                branches.add("(cast(:scope" + at + " as text), '" + stage + "')");
            }
        }
        return String.join(", ", branches);
    }

    private static void narrow(TicketQuery query, StringBuilder where, Map<String, @Nullable Object> parameters) {
        where.append(query.tab() == TabName.ALL ? " and r.stage <> 'GONE'" : " and r.stage = branch.stage");
        query.state().ifPresent(state -> {
            where.append(" and t.meaning = :state");
            parameters.put("state", state.name());
        });
    }

    /** @param drafts how many texts the viewer has not sent */
    record Counts(Map<TabName, Counted> tabs, int drafts) {}

    Counts counts(Viewer viewer, TicketQuery query) {
        return counts(query.whose().scopesOf(viewer), viewer.readsOnly() ? 0 : viewer.person());
    }

    Map<TabName, Counted> counts(List<String> scopes) {
        return counts(scopes, 0).tabs();
    }

    private Counts counts(List<String> scopes, long writer) {
        if (scopes.isEmpty()) {
            return new Counts(Map.of(), 0);
        }
        var parameters = new HashMap<String, @Nullable Object>();
        var stages = new HashMap<String, Integer>();
        parameters.put("writer", writer);
        jdbc.sql(
                        "select branch.stage, count(distinct few.ticket) from (values "
                                + branches(scopes, List.of("YOURS", "OPEN", "CLOSED"), parameters)
                                + """
                        ) as branch(scope, stage)
                          cross join lateral (
                            select distinct r.changed, r.ticket from ticket_reader r
                            where r.scope = branch.scope and r.stage = branch.stage and (r.until is null or r.until > now())
                            order by r.changed desc, r.ticket desc limit\s""" + (COUNTED + 1) + ") few group by branch.stage"
                                + (writer == 0
                                        ? ""
                                        : " union all select 'DRAFTS', count(*) from draft where person = :writer and rescue is null"))
                .params(parameters)
                .query((RowCallbackHandler) row -> stages.put(row.getString(1), row.getInt(2)));
        int yours = stages.getOrDefault("YOURS", 0);
        int open = yours + stages.getOrDefault("OPEN", 0);
        int closed = stages.getOrDefault("CLOSED", 0);
        return new Counts(
                Map.of(
                        TabName.YOURS, Counted.upTo(COUNTED, yours),
                        TabName.OPEN, Counted.upTo(COUNTED, open),
                        TabName.CLOSED, Counted.upTo(COUNTED, closed),
                        TabName.ALL, Counted.upTo(COUNTED, open + closed)),
                stages.getOrDefault("DRAFTS", 0));
    }

    /** Who else sees it, for the details beside a conversation. */
    List<String> participants(Viewer viewer, long ticket) {
        return jdbc
                .sql("select * from ticket_reader_names(?) as name")
                .param(ticket)
                .query(String.class)
                .list()
                .stream()
                .filter(name -> !name.equals(viewer.name()))
                .toList();
    }

    private static ListedTicket ticket(ResultSet row) throws SQLException {
        return ticket(row, null, null);
    }

    private static ListedTicket ticket(ResultSet row, @Nullable AfterAnswer after, @Nullable Around around)
            throws SQLException {
        return new ListedTicket(
                row.getLong("id"),
                row.getString("number"),
                row.getBoolean("delivered"),
                row.getString("subject"),
                StatusMeaning.valueOf(row.getString("meaning")),
                row.getString("category"),
                row.getString("priority"),
                row.getString("agent_name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                Entry.Role.valueOf(row.getString("last_author")),
                row.getBoolean("sending"),
                row.getBoolean("refused"),
                row.getBoolean("own"),
                row.getString("requester"),
                row.getString("stands_for"),
                after != null && row.getBoolean("muted"),
                after,
                around);
    }
}
