package org.clientportal.portal.tickets;

import java.util.List;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.web.Formats;
import org.springframework.stereotype.Component;

/** The viewer's own tickets about something, for the page of that thing. Within a page's transaction. */
@Component
public class TicketsAbout {

    private final Tickets tickets;

    TicketsAbout(Tickets tickets) {
        this.tickets = tickets;
    }

    /** About an asset, newest change first; none for whoever does not have tickets. */
    public List<TicketRow> asset(Viewer viewer, String platformId, Formats formats) {
        return viewer.has(Feature.TICKETS)
                ? tickets.about(viewer, platformId).stream()
                        .map(ticket -> TicketPages.row(ticket, formats))
                        .toList()
                : List.of();
    }
}
