package org.clientportal.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.demo.Promise.ARRIVED;
import static org.clientportal.demo.Promise.SHOWN;

import com.microsoft.playwright.options.FilePayload;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The main job from the first page to the last, by hand and with everybody who has a part in it. */
class TicketStoryIT {

    private static final Pattern NUMBERED = Pattern.compile(".*/tickets/\\d+$");

    private final DeskSide desk = new DeskSide();

    @Test
    void annaIsHelpedWithoutLeavingThePage() {
        var subject = DeskSide.fresh("Monitor miga po uśpieniu");
        var picture = bytes(60_000);
        var log = "08:14 zażółć gęślą jaźń\n".getBytes(StandardCharsets.UTF_8);
        try (var anna = Visitor.speaking("pl-PL")) {
            var page = anna.page();
            anna.opens("/");
            assertThat(anna.isAskedForPassword()).isTrue();
            anna.fillsIn(
                    RunningDemo.person("Anna").email(),
                    RunningDemo.person("Anna").password());
            assertThat(page.locator("h1")).hasText("W czym możemy pomóc?");
            page.click("nav.places a[href='/tickets']");
            assertThat(page.locator("#list .row").first()).isVisible();

            anna.writesTicket(
                            subject,
                            "Od rana. Zażółć gęślą jaźń.",
                            new FilePayload("zrzut – żółty ekran.png", "image/png", picture),
                            new FilePayload("dziennik.log", "text/plain", log))
                    .sendsTicket();

            assertThat(page.locator("h1")).hasText(subject);
            SHOWN.isVisible(anna.saying("Dostarczone"));
            page.waitForURL(NUMBERED);
            var ticket = desk.arrived(ARRIVED, subject);
            var id = ticket.path("id").asString();
            assertThat(page.url()).endsWith("/" + ticket.path("number").asString());
            assertThat(page.locator("#state .code"))
                    .hasText(ticket.path("number").asString());
            assertThat(desk.ticketsAbout(subject)).hasSize(1);
            assertThat(ticket.path("entries").get(0).path("author").path("name").asString())
                    .isEqualTo(RunningDemo.person("Anna").name());
            hasFile(ticket, "zrzut – żółty ekran.png", picture);
            hasFile(ticket, "dziennik.log", log);

            page.fill("#reply [name=text]", "W połowie zda");
            desk.replies(id, "Proszę odłączyć zasilanie na minutę.");
            SHOWN.isVisible(anna.saying("Proszę odłączyć zasilanie na minutę."));
            assertThat(page.locator("#reply [name=text]")).hasValue("W połowie zda");

            anna.replies("Odłączone, nadal miga.");
            ARRIVED.until(() -> said(id, "Odłączone, nadal miga."), times -> times == 1);
            SHOWN.isVisible(anna.saying("Odłączone, nadal miga."));

            desk.sets(id, "SOLVED");
            SHOWN.isVisible(page.locator("#act-works"));
            assertThat((List<?>)
                            page.evaluate("[...document.querySelectorAll('use')].map(use => use.getAttribute('href'))"
                                    + ".filter(href => !document.querySelector(href))"))
                    .isEmpty();
            page.click("#act-still-broken");
            page.fill("main form [name=text]", "Po minucie to samo.");
            page.click("main form .submit button");
            ARRIVED.until(() -> said(id, "Po minucie to samo."), times -> times == 1);
            ARRIVED.until(() -> desk.ticket(id).path("statusId").asString(), status -> !isOver(status));
            assertThat(page.locator("#act-works")).hasCount(0);

            page.click("#facts a[href$='/closure']");
            assertThat(page.locator("h1")).hasText("Zamknąć zgłoszenie?");
            page.click("main form.submit button");
            ARRIVED.until(() -> desk.ticket(id).path("statusId").asString(), "closed"::equals);
            SHOWN.isVisible(page.locator("#act-reopen"));
            anna.opens("/tickets?tab=closed");
            assertThat(page.locator("#list").getByText(subject)).isVisible();
            assertThat(said(id, "Odłączone, nadal miga.")).isEqualTo(1);

            anna.signsOut();
            assertThat(page.locator("h1")).hasText("Do zobaczenia");
            anna.opens("/tickets");
            assertThat(anna.isAskedForPassword()).isTrue();
        }
    }

    @Test
    void nobodyOfAnotherFirmSeesIt() {
        var subject = DeskSide.fresh("Tylko dla Oriale");
        try (var anna = Visitor.speaking("pl-PL");
                var zofia = Visitor.speaking("pl-PL")) {
            anna.signsIn(RunningDemo.person("Anna"))
                    .writesTicket(subject, "Poufne.")
                    .sendsTicket();
            var number = desk.arrived(ARRIVED, subject).path("number").asString();
            anna.page().waitForURL(NUMBERED);

            zofia.signsIn(RunningDemo.person("Zofia"));
            var foreign = zofia.page().navigate(RunningDemo.portal() + "/tickets/" + number);
            assertThat(foreign.status()).isEqualTo(404);
            var absent = zofia.page().navigate(RunningDemo.portal() + "/tickets/99999999");
            assertThat(absent.status()).isEqualTo(404);
            zofia.opens("/tickets?tab=all&query=Oriale");
            assertThat(zofia.page().locator("#list").getByText(subject)).hasCount(0);
            anna.opens("/tickets?tab=all&query=" + URLEncoder.encode(subject, StandardCharsets.UTF_8));
            assertThat(anna.page().locator("#list .row")).hasCount(1);
        }
    }

    @Test
    void jamesReadsItAllInEnglish() {
        var subject = DeskSide.fresh("Docking station loses the network");
        try (var james = Visitor.speaking("en-GB")) {
            james.signsIn(RunningDemo.person("James"));
            assertThat(james.page().locator("html")).hasAttribute("lang", "en");
            james.writesTicket(subject, "Since Monday.").sendsTicket();
            SHOWN.isVisible(james.saying("Delivered"));
            desk.sets(desk.arrived(ARRIVED, subject).path("id").asString(), "SOLVED");
            SHOWN.isVisible(james.page().locator("#act-works"));
            assertThat(james.page().locator("#act-works")).hasText("Yes, it works");
            james.page().click("#act-works");
            ARRIVED.until(
                    () -> desk.ticketsAbout(subject).getFirst().path("statusId").asString(), "closed"::equals);
        }
    }

    private void hasFile(JsonNode ticket, String name, byte[] content) {
        var file = ticket.path("entries")
                .get(0)
                .path("files")
                .valueStream()
                .filter(each -> each.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + ticket));
        assertThat(desk.file(ticket.path("id").asString(), file.path("id").asString()))
                .isEqualTo(content);
    }

    private long said(String id, String text) {
        return desk.entries(id).stream()
                .filter(entry -> entry.path("text").asString().contains(text))
                .count();
    }

    private static boolean isOver(String status) {
        return status.equals("solved") || status.equals("resolved") || status.equals("closed");
    }

    private static byte[] bytes(int size) {
        var bytes = new byte[size];
        new Random(7).nextBytes(bytes);
        return bytes;
    }
}
