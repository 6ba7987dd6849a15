package org.clientportal.portal.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.portal.RunningPortal.ANNA;
import static org.clientportal.portal.RunningPortal.EWA;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.clientportal.itsm.Target;
import org.clientportal.itsm.Ticket;
import org.clientportal.itsm.TicketLink;
import org.clientportal.itsm.TicketLink.Kind;
import org.clientportal.portal.Browser;
import org.clientportal.portal.RunningPortal;
import org.clientportal.portal.TicketCopy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What stands around Anna's tickets: only what she may see, only what the platform or its history says. */
class AroundIT {

    private final RunningPortal portal = RunningPortal.get();
    private final Browser anna = portal.browser(ANNA);

    @Test
    void linksLeadToWhatTheViewerMaySeeAndSayNothingOfTheRest() {
        portal.platformSays(
                portal.ticket("8201", "Stara drukarka", "closed", ANNA),
                portal.ticket("8202", "Tajne zgłoszenie Ewy", "open", EWA),
                around(
                        portal.ticket("8200", "Nowa drukarka", "open", ANNA),
                        List.of(
                                new TicketLink("8201", Kind.RELATED),
                                new TicketLink("8202", Kind.WAITS_FOR),
                                new TicketLink("nowhere", Kind.PARENT)),
                        null,
                        null));

        var page = anna.page("/tickets/8200");

        assertThat(page.select(".linked a").eachAttr("href")).containsExactly("/tickets/8201");
        assertThat(page.select(".linked").text()).contains("Powiązane", "Stara drukarka", "Zakończone");
        assertThat(page.html()).doesNotContain("Tajne", "8202", "nowhere");
        portal.platformSays(portal.ticket("8200", "Nowa drukarka", "open", ANNA));
        assertThat(anna.page("/tickets/8200").select(".linked")).isEmpty();
    }

    @Test
    void whatIsPromisedAndWhatIsWaitedForIsSaid() {
        var by = Instant.now().plus(Duration.ofDays(40));
        portal.platformSays(around(
                portal.ticket("8210", "Bateria", "pending", ANNA),
                List.of(),
                new Target(by, by),
                "nowa <bateria> od dostawcy"));

        var panel = anna.page("/tickets/8210").select("#move").text();

        assertThat(panel)
                .contains("Czekamy na: nowa <bateria> od dostawcy", "Termin rozwiązania:", "Odpowiemy najpóźniej:");
        portal.platformSays(around(
                portal.ticket("8210", "Bateria", "closed", ANNA),
                List.of(),
                new Target(by, by),
                "nowa <bateria> od dostawcy"));
        assertThat(anna.page("/tickets/8210").select("#move").text()).doesNotContain("bateria", "Termin");
    }

    private static Ticket around(
            Ticket ticket, List<TicketLink> links, @Nullable Target target, @Nullable String waitingFor) {
        return TicketCopy.of(ticket).among(links, target, waitingFor).ticket();
    }
}
