package org.clientportal.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.demo.Promise.ARRIVED;
import static org.clientportal.demo.Promise.SHOWN;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands around a ticket, seen by Anna with scripts in Polish and by James without in English; Zofia's stays hers. */
class AroundStoryIT {

    private final DeskSide desk = new DeskSide();

    @ParameterizedTest
    @CsvSource({
        "Anna, true, Czekamy na:, Czeka na:, Termin rozwiązania:",
        "James, false, Waiting for:, Waits for:, To be solved by:"
    })
    void whereATicketStandsIsSaid(String who, boolean scripts, String waiting, String waitsFor, String solveBy) {
        var old = DeskSide.fresh("Bateria trzyma godzinę");
        var subject = DeskSide.fresh("Laptop gaśnie na spotkaniach");
        var secret = DeskSide.fresh("Sprawa innej firmy");
        try (var visitor = scripts ? Visitor.speaking("pl-PL") : Visitor.withoutJavaScript("en-GB");
                var zofia = Visitor.speaking("pl-PL")) {
            zofia.signsIn(RunningDemo.person("Zofia"))
                    .writesTicket(secret, "Tylko dla nas.")
                    .sendsTicket();
            var hidden = desk.arrived(ARRIVED, secret).path("id").asString();
            var page = visitor.signsIn(RunningDemo.person(who)).page();
            visitor.writesTicket(old, "Od tygodnia.").sendsTicket();
            var before = desk.arrived(ARRIVED, old).path("id").asString();
            visitor.writesTicket(subject, "Po godzinie.").sendsTicket();
            var id = desk.arrived(ARRIVED, subject).path("id").asString();
            var url = "/tickets/" + desk.ticket(id).path("number").asString();

            desk.links(id, before, "WAITS_FOR");
            desk.links(id, hidden, "RELATED");
            desk.promises(id, Instant.now().plus(Duration.ofDays(3)));
            desk.waitsFor(id, "nowa bateria od dostawcy");
            desk.sets(id, "WAITING_FOR_OTHERS");

            SHOWN.until(() -> visitor.opens(url).page().locator(".awaits").count(), count -> count > 0);
            assertThat(page.locator(".awaits")).hasText(waiting + " nowa bateria od dostawcy");
            assertThat(page.locator(".outlook")).containsText(solveBy);
            Pictures.take(visitor, "around-" + who);
            if (page.locator("#facts[open]").count() == 0
                    && !page.locator(".linked").isVisible()) {
                page.click("#facts-summary");
            }
            assertThat(page.locator(".linked li")).hasCount(1);
            assertThat(page.locator(".linked")).containsText(waitsFor);
            assertThat(page.content()).doesNotContain(secret);
            page.locator(".linked a").click();
            assertThat(page.locator("h1")).hasText(old);
            assertThat(visitor.complaints()).isEmpty();
        }
    }
}
