package org.clientportal.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.demo.Promise.ARRIVED;
import static org.clientportal.demo.Promise.SETTLED;
import static org.clientportal.demo.Promise.SHOWN;

import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** After the answer: Anna by scripts in Polish, James without in English; still broken, solved after all, rated, said anew. */
class AfterStoryIT {

    private static final Path PICTURES = Path.of(System.getProperty("demo.pictures", "target/pictures"));
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
            takes(visitor, scripts, "after-solved-" + who);

            page.click("#act-still-broken");
            assertThat(page.locator("h1")).hasText(question);
            page.click("main form .submit button");
            assertThat(page.locator("#problems")).isVisible();
            takes(visitor, scripts, "after-reopening-wrong-" + who);
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
            takes(visitor, scripts, "after-closed-" + who);

            page.click("#rate-4");
            assertThat(page.locator("#f-score-4")).isChecked();
            takes(visitor, scripts, "after-rating-" + who);
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
            takes(visitor, scripts, "after-rated-" + who);
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

    private static void takes(Visitor visitor, boolean scripts, String name) {
        for (var width : List.of(360, 820, 1440)) {
            visitor.page().setViewportSize(width, width == 360 ? 780 : 900);
            visitor.page()
                    .screenshot(new ScreenshotOptions()
                            .setPath(PICTURES.resolve(name + "-" + width + ".png"))
                            .setFullPage(true));
            if (scripts) {
                Barriers.areNone(visitor, name + " at " + width);
            }
        }
    }
}
