package org.clientportal.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.demo.Promise.ARRIVED;
import static org.clientportal.demo.Promise.SHOWN;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Anna lets colleagues in, goes away and is stood in for; Zofia of another firm is never one of them. */
class PeopleStoryIT {

    private final DeskSide desk = new DeskSide();

    @Test
    void marekComesIntoCopyByKeyboardAnswersAndLeaves() {
        var subject = DeskSide.fresh("Rzutnik w sali 3");
        try (var anna = Visitor.speaking("pl-PL");
                var marek = Visitor.speaking("pl-PL")) {
            anna.signsIn(RunningDemo.person("Anna"))
                    .writesTicket(subject, "Nie świeci.")
                    .sendsTicket();
            var ticket = desk.arrived(ARRIVED, subject);
            var id = ticket.path("id").asString();
            var path = "/tickets/" + ticket.path("number").asString();
            marek.signsIn(RunningDemo.person("Marek"));
            assertThat(status(marek, path)).isEqualTo(404);

            var page = anna.opens(path).page();
            page.locator("#facts a[href$='/people']").press("Enter");
            assertThat(page.locator("h1")).hasText("Osoby w zgłoszeniu");
            page.locator("#f-who").pressSequentially("now mar");
            assertThat(page.locator(".combo [role=option]").first()).containsText("Marek Nowak");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            page.locator("main form.form .submit button").press("Enter");
            SHOWN.isVisible(anna.saying("Dodajemy tę osobę do zgłoszenia."));
            ARRIVED.until(() -> participants(id), all -> all.contains("p2"));
            SHOWN.isVisible(page.locator("#people .row", new Page.LocatorOptions().setHasText("Marek Nowak"))
                    .locator("button"));

            marek.opens(path).replies("Żarówkę wymieniłem.");
            ARRIVED.until(() -> authors(id, "Żarówkę"), all -> all.equals(List.of("Marek Nowak")));
            marek.opens(path + "/people");
            Pictures.take(marek, "people-pl");
            marek.page().click("main a[href$='/people/leaving']");
            Pictures.take(marek, "people-leaving-pl");
            marek.page().click("main form.submit button");
            assertThat(marek.saying("Nie ma Cię już w tym zgłoszeniu.")).isVisible();
            assertThat(status(marek, path)).isEqualTo(404);
            ARRIVED.until(() -> participants(id), List::isEmpty);
            assertThat(status(marek, path)).isEqualTo(404);
            assertThat(anna.complaints()).isEmpty();
        }
    }

    @Test
    void withoutScriptsAnnaSharesUntilADayAndAStrangerIsNobody() {
        var subject = DeskSide.fresh("Umowa na drukarki");
        try (var anna = Visitor.withoutJavaScript();
                var marek = Visitor.withoutJavaScript()) {
            anna.signsIn(RunningDemo.person("Anna"))
                    .writesTicket(subject, "Do wglądu.")
                    .sendsTicket();
            var path =
                    "/tickets/" + desk.arrived(ARRIVED, subject).path("number").asString();
            var page = anna.opens(path + "/people").page();
            page.fill("#f-who", RunningDemo.person("Zofia").email());
            page.locator("label.answer", new Page.LocatorOptions().setHasText("Tylko czytać"))
                    .click();
            page.fill("#f-until", LocalDate.now().plusDays(3).toString());
            page.click("main form.form .submit button");
            assertThat(page.locator("#problems li")).containsText("Nie ma takiej osoby w Twojej organizacji");
            page.fill("#f-who", RunningDemo.person("Marek").email());
            page.click("main form.form .submit button");
            assertThat(anna.saying("Udostępnione.")).isVisible();

            marek.signsIn(RunningDemo.person("Marek")).opens("/tickets?of=shared");
            marek.page()
                    .locator("#list a", new Page.LocatorOptions().setHasText(subject))
                    .click();
            assertThat(marek.page().locator("#reply")).hasCount(0);
            assertThat(marek.saying("Do wglądu.")).isVisible();
        }
    }

    @Test
    void inEnglishSomebodyStandsInForJamesAndAnswersForHim() {
        var subject = DeskSide.fresh("Badge does not open the door");
        var james = RunningDemo.person("James");
        try (var away = Visitor.speaking("en-GB");
                var standIn = Visitor.withoutJavaScript("en-GB")) {
            away.signsIn(james).writesTicket(subject, "Since the move.").sendsTicket();
            var ticket = desk.arrived(ARRIVED, subject);
            var id = ticket.path("id").asString();
            var path = "/tickets/" + ticket.path("number").asString();
            var page = away.opens("/profile").page();
            page.click("main a[href='/profile/stand-in']");
            page.fill("#f-who", "Anna Wiśniewska");
            page.fill("#f-to", LocalDate.now().plusDays(5).toString());
            page.click("main form.form .submit button");
            assertThat(away.saying("Standing in for you now")).isVisible();
            Pictures.take(away, "stand-in-en");

            standIn.signsIn(RunningDemo.person("Anna")).opens("/tickets?of=stand-in");
            var theirs = standIn.page();
            theirs.locator("#list a", new Page.LocatorOptions().setHasText(subject))
                    .click();
            assertThat(theirs.locator("#reply")).containsText(james.name());
            standIn.replies("Try the other door, please.");
            ARRIVED.until(() -> authors(id, "the other door"), all -> all.equals(List.of("Anna Wiśniewska")));
            assertThat(desk.entries(id)
                            .getLast()
                            .path("author")
                            .path("onBehalfOf")
                            .asString())
                    .isEqualTo(james.name());
            SHOWN.isVisible(away.opens(path).saying("for " + james.name()));
            Pictures.take(away, "ticket-stood-in-en");

            away.opens("/profile/stand-in").page().click("main form[action$='/end'] button");
            assertThat(away.saying("Standing in for you now")).hasCount(0);
            assertThat(status(standIn, path)).isEqualTo(404);
        }
    }

    @Test
    void aTicketForAColleagueIsHers() {
        var subject = DeskSide.fresh("Monitor dla Anny");
        RunningDemo.admin().say(RunningDemo.person("Marek").email(), "on-behalf", true);
        try (var marek = Visitor.speaking("pl-PL");
                var anna = Visitor.speaking("pl-PL")) {
            marek.signsIn(RunningDemo.person("Marek")).writesTicket(subject, "Anna nie może pisać.");
            marek.page().fill("#f-colleague", "Anna Wiśniewska");
            Pictures.take(marek, "ticket-new-behalf-pl");
            marek.sendsTicket();
            var ticket = desk.arrived(ARRIVED, subject);
            assertThat(ticket.path("requesterId").asString()).isEqualTo("p1");
            assertThat(participants(ticket.path("id").asString())).containsExactly("p2");
            anna.signsIn(RunningDemo.person("Anna")).opens("/tickets");
            SHOWN.isVisible(anna.page().locator("#list").getByText(subject));
        }
    }

    private static int status(Visitor visitor, String path) {
        return visitor.page().navigate(RunningDemo.portal() + path).status();
    }

    private List<String> participants(String id) {
        return desk.ticket(id)
                .path("participantIds")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private List<String> authors(String id, String text) {
        return desk.entries(id).stream()
                .filter(entry -> entry.path("text").asString().contains(text))
                .map(entry -> entry.path("author").path("name").asString())
                .toList();
    }
}
