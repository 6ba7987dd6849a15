package org.clientportal.portal.tickets;

import java.time.Clock;
import java.time.ZoneOffset;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tickets of which a viewer wants to hear nothing. */
@Component
class TicketMutes {

    private final JdbcClient jdbc;
    private final Tickets tickets;
    private final Clock clock;

    TicketMutes(JdbcClient jdbc, Tickets tickets, Clock clock) {
        this.jdbc = jdbc;
        this.tickets = tickets;
        this.clock = clock;
    }

    @PageTransaction
    void mute(Viewer viewer, String number) {
        var ticket = tickets.visibleTo(viewer, number).orElseThrow(NotFound::new);
        jdbc.sql("insert into ticket_mute (person, ticket, at) values (?, ?, ?) on conflict do nothing")
                .params(viewer.person(), ticket.id(), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @PageTransaction
    void end(Viewer viewer, String number) {
        var ticket = tickets.visibleTo(viewer, number).orElseThrow(NotFound::new);
        jdbc.sql("delete from ticket_mute where person = ? and ticket = ?")
                .params(viewer.person(), ticket.id())
                .update();
    }
}
