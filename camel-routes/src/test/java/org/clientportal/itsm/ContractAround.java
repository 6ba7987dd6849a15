package org.clientportal.itsm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.clientportal.itsm.PlatformAgent.Ability;
import org.clientportal.itsm.TicketLink.Kind;
import org.junit.jupiter.api.Test;

/** What agents note around a ticket reaches the portal: links, what was agreed, what it waits for. */
public interface ContractAround extends ContractPlatform {

    @Test
    default void linksOfAgentsAreSeenFromBothSides() {
        assumeCan(Ability.LINKS);
        var cursor = cursorNow();
        var whole = openTicket("The whole");
        var part = openTicket("A part");
        var cause = openTicket("The cause");

        agent().links(part, whole, Kind.PARENT);
        agent().links(part, cause, Kind.WAITS_FOR);

        var seen = awaitTicket(cursor, part, ticket -> ticket.links().size() == 2);
        assertThat(seen.links())
                .containsExactlyInAnyOrder(new TicketLink(whole, Kind.PARENT), new TicketLink(cause, Kind.WAITS_FOR));
        awaitTicket(cursor, whole, ticket -> ticket.links().contains(new TicketLink(part, Kind.CHILD)));
        awaitTicket(cursor, cause, ticket -> ticket.links().contains(new TicketLink(part, Kind.NEEDED_BY)));
    }

    @Test
    default void untilWhenItIsToBeSolvedIsTold() {
        assumeCan(Ability.TARGET);
        var cursor = cursorNow();
        var ticketId = openTicket("With a date");
        assertThat(fresh(ticketId).target()).isNull();
        var by = Instant.parse("2031-03-04T15:30:00Z").truncatedTo(ChronoUnit.SECONDS);

        agent().promises(ticketId, by);

        var target =
                awaitTicket(cursor, ticketId, ticket -> ticket.target() != null).target();
        assertThat(target.solveBy()).isEqualTo(by);
    }

    @Test
    default void whatItWaitsForIsToldAndTakenBack() {
        assumeCan(Ability.WAITING_FOR);
        var cursor = cursorNow();
        var ticketId = openTicket("Waits");

        agent().waitsFor(ticketId, "nowa bateria od dostawcy");

        awaitTicket(cursor, ticketId, ticket -> "nowa bateria od dostawcy".equals(ticket.waitingFor()));
        agent().waitsFor(ticketId, "");
        awaitTicket(cursor, ticketId, ticket -> ticket.waitingFor() == null);
    }
}
