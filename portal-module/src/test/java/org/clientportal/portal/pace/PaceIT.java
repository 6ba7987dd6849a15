package org.clientportal.portal.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.portal.RunningPortal.ANNA;
import static org.clientportal.portal.RunningPortal.EWA;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.clientportal.itsm.Entry;
import org.clientportal.itsm.Ticket;
import org.clientportal.portal.Browser;
import org.clientportal.portal.RunningPortal;
import org.clientportal.portal.TicketCopy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is usual is said by what was, once there is enough of it. */
class PaceIT {

    private static final int ENOUGH = 20;

    private final RunningPortal portal = RunningPortal.get();
    private final Browser anna = portal.browser(ANNA);

    @Test
    void whatIsUsualIsSaidOnceThereAreEnoughToTell() {
        var before = new ArrayList<Ticket>();
        for (int number = 0; number < ENOUGH - 1; number++) {
            before.add(pastTicket(number));
        }
        portal.platformSays(before.toArray(Ticket[]::new));
        portal.platformSays(of("network", portal.ticket("8230", "Sieć", "open", ANNA)));
        take();
        assertThat(anna.page("/tickets/8230").select(".outlook")).isEmpty();

        portal.platformSays(pastTicket(ENOUGH - 1));
        take();

        // 20 tickets: ticket n was answered after n + 1 hours and solved after n + 1 days
        assertThat(anna.page("/tickets/8230").select(".outlook").text())
                .contains(
                        "odpowiadamy zwykle w ciągu 11 godzin, prawie zawsze w ciągu 19 godzin",
                        "rozwiązujemy zwykle w ciągu 11 dni, prawie zawsze w ciągu 19 dni");
        portal.platformSays(portal.ticket("8229", "Drukarka", "open", ANNA));
        assertThat(anna.page("/tickets/8229").select(".outlook")).isEmpty();
    }

    /** Closed a week after it was solved, which does not count as work. */
    private Ticket pastTicket(int number) {
        var id = Integer.toString(8240 + number);
        var created = Instant.now().minus(Duration.ofDays(60));
        var plain = portal.ticket(id, "Sieć " + id, "closed", EWA);
        var entries = new ArrayList<>(plain.entries());
        var solvedAt = created.plus(Duration.ofDays(number + 1L));
        entries.add(entry(id + "-a", 1, Entry.Kind.REPLY, created.plus(Duration.ofHours(number + 1L)), null));
        entries.add(entry(id + "-s", 2, Entry.Kind.STATUS_CHANGE, solvedAt, "solved"));
        entries.add(entry(id + "-c", 3, Entry.Kind.STATUS_CHANGE, solvedAt.plus(Duration.ofDays(7)), "closed"));
        return copy(plain, "network", created, entries);
    }

    private static Entry entry(String id, long order, Entry.Kind kind, Instant at, @Nullable String status) {
        return new Entry(
                id,
                order,
                kind,
                RunningPortal.support(),
                at,
                kind == Entry.Kind.REPLY ? "Już patrzymy." : "",
                false,
                status,
                null,
                false,
                java.util.List.of());
    }

    private void take() {
        portal.bean(Pace.class).take();
    }

    private static Ticket of(String category, Ticket ticket) {
        return copy(ticket, category, ticket.createdAt(), ticket.entries());
    }

    private static Ticket copy(Ticket ticket, String category, Instant createdAt, java.util.List<Entry> entries) {
        return TicketCopy.of(ticket).in(category).since(createdAt, entries).ticket();
    }
}
