package org.clientportal.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.demo.Promise.ARRIVED;
import static org.clientportal.demo.Promise.SETTLED;
import static org.clientportal.demo.Promise.SHOWN;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** After the answer: Anna by scripts in Polish, James without in English; still broken, solved after all, rated, said anew. */
class AfterStoryIT {

    private static final Pattern DAY = Pattern.compile("zamkniemy zgłoszenie \\d|close it on \\d");

    private final DeskSide desk = new DeskSide();

    @ParameterizedTest
    @CsvSource({"Anna, true, Co nadal nie działa?, Dobrze, Słabo", "James, false, What still doesn’t work?, Good, Poor"
    })
    void theTicketIsOpenedAgainClosedRatedAndRatedAnew(
            String who, boolean scripts, String question, String good, String poor) {
        var subject = DeskSide.fresh("Skaner gubi strony");
        try (var visitor = scripts ? Visitor.speaking("pl-PL") : Visitor.withoutJavaScript("en-GB")) {
            var page = visitor.signsIn(RunningDemo.person(who)).page();
            visitor.writesTicket(subject, "Co druga strona.").sendsTicket();
            var id = desk.arrived(ARRIVED, subject).path("id").asString();
            var url = "/tickets/" + desk.ticket(id).path("number").asString();
            desk.sets(id, "SOLVED");
            reloadUntil(visitor, url, "#act-still-broken");
            // the day stands on the page as soon as it is promised
            SETTLED.until(
                    () -> visitor.opens(url).page().locator("#move").innerText(),
                    words -> DAY.matcher(words).find());
            Pictures.take(visitor, "after-solved-" + who);

            page.click("#act-still-broken");
            assertThat(page.locator("h1")).hasText(question);
            page.click("main form .submit button");
            assertThat(page.locator("#problems")).isVisible();
            Pictures.take(visitor, "after-reopening-wrong-" + who);
            page.fill("main form [name=text]", "Teraz co trzecia.");
            page.click("main form .submit button");
            ARRIVED.until(
                    () -> desk.entries(id).stream()
                            .filter(entry -> entry.path("text").asString().equals("Teraz co trzecia."))
                            .count(),
                    times -> times == 1);
            assertThat(desk.ticket(id).path("statusId").asString()).isEqualTo("open");

            desk.sets(id, "SOLVED");
            reloadUntil(visitor, url, "#act-works");
            page.click("#act-works");
            ARRIVED.until(() -> desk.ticket(id).path("statusId").asString(), "closed"::equals);
            reloadUntil(visitor, url, "#act-reopen");
            Pictures.take(visitor, "after-closed-" + who);

            page.click("#rate-4");
            assertThat(page.locator("#f-score-4")).isChecked();
            Pictures.take(visitor, "after-rating-" + who);
            page.fill("[name=comment]", "Szybko poszło.");
            page.click("main form .submit button");
            assertThat(page.locator("#rating")).containsText(good);
            ARRIVED.until(() -> score(id), "4"::equals);

            page.click("#act-rating");
            assertThat(page.locator("[name=comment]")).hasValue("Szybko poszło.");
            page.check("#f-score-2");
            page.click("main form .submit button");
            assertThat(page.locator("#rating")).containsText(poor);
            ARRIVED.until(() -> score(id), "2"::equals);
            reloadUntil(visitor, url, "#rating:not(:has(.status))");
            Pictures.take(visitor, "after-rated-" + who);
            assertThat(desk.ticket(id).path("entries").toString()).doesNotContain("Szybko poszło.");
            // of the refused form, on purpose
            assertThat(visitor.complaints()).allMatch(complaint -> complaint.contains("422"));
        }
    }

    private String score(String id) {
        return desk.ticket(id).path("margin").path("rating").path("score").asString("");
    }

    private static void reloadUntil(Visitor visitor, String url, String there) {
        SHOWN.until(() -> visitor.opens(url).page().locator(there).count(), count -> count > 0);
    }
}
