package org.clientportal.portal.tickets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clientportal.portal.access.Explained;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Why somebody sees a ticket, or a file of one: its reader rows. */
@Component
class TicketExplanations implements Explained {

    private static final Pattern TICKET = Pattern.compile("/tickets/(?!new/)([^/]+)(/.*)?");
    private static final Pattern FILE =
            Pattern.compile("/attachments/(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})");
    private static final List<String> LISTS = List.of("/approvals", "/tickets", "/tickets/new", TicketDrafts.PLAIN);

    private final JdbcClient jdbc;

    TicketExplanations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Because> explain(Viewer who, String path) {
        if (LISTS.contains(path)) {
            return Optional.of(new Because(Feature.TICKETS, true, List.of("a page of the feature itself")));
        }
        var ticket = TICKET.matcher(path);
        if (ticket.matches()) {
            return Optional.of(because(who, "t.number = ? or t.local_number = ?", ticket.group(1), ticket.group(1)));
        }
        var file = FILE.matcher(path);
        return file.matches()
                ? Optional.of(because(
                        who, "t.id = (select a.ticket from attachment a where a.id = cast(? as uuid))", file.group(1)))
                : Optional.empty();
    }

    private record Row(
            String scope, String reason, @Nullable String until, boolean over) {}

    private Because because(Viewer who, String where, String... values) {
        var found = jdbc.sql("select t.id from ticket t where not t.gone and (" + where + ") limit 1")
                .params((Object[]) values)
                .query(Long.class)
                .optional();
        if (found.isEmpty()) {
            return new Because(Feature.TICKETS, false, List.of("there is no such ticket in the mirror"));
        }
        var rows = jdbc.sql("""
                        select scope, reason, cast(until as text) as until, until is not null and until <= now() as over from ticket_reader
                        where ticket = ? order by scope""")
                .param(found.get())
                .query((row, number) -> new Row(
                        row.getString("scope"),
                        row.getString("reason"),
                        row.getString("until"),
                        row.getBoolean("over")))
                .list();
        var reasons = new ArrayList<String>();
        rows.stream()
                .filter(row -> who.scopes().contains(row.scope()) && !row.over())
                .forEach(row -> reasons.add("reader row " + row.scope() + ", " + row.reason()
                        + (row.until() == null ? "" : ", until " + row.until())));
        var visible = !reasons.isEmpty();
        if (!visible) {
            reasons.add("no reader row for " + (who.scopes().isEmpty() ? "nobody" : String.join(" or ", who.scopes()))
                    + "; there are " + rows.size() + " for others");
        }
        return new Because(Feature.TICKETS, visible, reasons);
    }
}
