package org.clientportal.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.clientportal.demo.Promise.ARRIVED;
import static org.clientportal.demo.Promise.SHOWN;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A ticket from signing in to the rating and signing out, by keyboard alone; Anna with scripts in Polish, James without in English. */
class KeyboardStoryIT {

    private final DeskSide desk = new DeskSide();

    @ParameterizedTest
    @CsvSource({"Anna, true", "James, false"})
    void aTicketFromItsFirstWordToItsRating(String who, boolean scripts) {
        var person = RunningDemo.person(who);
        var subject = DeskSide.fresh("Klawiatura bez myszy");
        try (var visitor = scripts ? Visitor.speaking("pl-PL") : Visitor.withoutJavaScript("en-GB")) {
            var page = visitor.opens("/").page();
            var keys = new Keys(visitor);
            keys.to("#username").type(person.email()).to("#password").type(person.password());
            keys.press("Enter");
            page.waitForURL(address -> address.startsWith(RunningDemo.portal() + "/"));

            // past what every page begins with
            keys.to("a.skip").press("Enter").press("Tab");
            assertThat(page.locator("main :focus")).hasCount(1);
            keys.enter("a[href='/tickets/new']");
            keys.enter("main a[href^='/tickets/new/plain']");
            keys.to("[name=subject]").type(subject);
            keys.to("[name=category]").press("ArrowDown");
            keys.to("[name=text]").type("Wszystko da się bez niej.");
            keys.enter("main form[action='/tickets'] .submit button[type=submit]");
            var id = desk.arrived(ARRIVED, subject).path("id").asString();
            var url = "/tickets/" + desk.ticket(id).path("number").asString();

            desk.replies(id, "Też tak pracujemy.");
            SHOWN.until(
                    () -> visitor.opens("/tickets")
                            .page()
                            .locator("#list .row:has-text('" + subject + "')")
                            .count(),
                    rows -> rows == 1);
            keys.to("#query").type(subject).press("Enter");
            page.waitForURL(address -> address.contains("query="));
            keys.enter("#list a[href^='" + url + "']");
            assertThat(visitor.saying("Też tak pracujemy.")).isVisible();
            keys.to("#reply [name=text]").type("To dobrze.");
            keys.to("#reply .submit button[type=submit]").press("Enter");
            ARRIVED.until(
                    () -> desk.entries(id).stream()
                            .filter(entry -> entry.path("text").asString().equals("To dobrze."))
                            .count(),
                    times -> times == 1);

            desk.sets(id, "SOLVED");
            reloadUntil(visitor, url, "#act-works");
            keys.to("#act-works").press("Enter");
            ARRIVED.until(() -> desk.ticket(id).path("statusId").asString(), "closed"::equals);
            reloadUntil(visitor, url, "#rate-4");
            keys.enter("#rate-4");
            keys.to("#f-score-4").press("ArrowLeft");
            keys.to("[name=comment]").type("Bez myszy też szybko.");
            keys.enter("main form .submit button");
            ARRIVED.until(
                    () -> desk.ticket(id)
                            .path("margin")
                            .path("rating")
                            .path("score")
                            .asString(""),
                    "5"::equals);

            keys.enter("#bell");
            keys.enter("footer form[action='/logout'] button");
            visitor.opens(url);
            assertThat(page.locator("#username")).isVisible();
        }
    }

    private static void reloadUntil(Visitor visitor, String url, String there) {
        SHOWN.until(() -> visitor.opens(url).page().locator(there).count(), count -> count > 0);
    }
}
