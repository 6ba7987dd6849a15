package org.clientportal.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An outage from the desk: on every page while it lasts, followed instead of a ticket, and told to be over by mail. */
class OutageStoryIT {

    /** The portal waits half a minute, in case it was ended by mistake, and looks every ten seconds. */
    private static final Duration TOLD = Duration.ofSeconds(60);

    private final DeskSide desk = new DeskSide();

    @Test
    void annaFollowsItAndIsToldOnceThatItIsOver() {
        var title = DeskSide.fresh("Skanery w magazynie nie działają");
        var anna = RunningDemo.person("Anna");
        var id = desk.announcesOutage(title);
        try (var visitor = Visitor.speaking("pl-PL")) {
            var page = visitor.signsIn(anna).page();
            Promise.SHOWN.until(
                    () -> {
                        page.reload();
                        return page.locator(".strip").innerText();
                    },
                    strip -> strip.contains(title));
            page.locator(".strip a", new com.microsoft.playwright.Page.LocatorOptions().setHasText(title))
                    .click();
            page.click("main form[action$='/following'] button");
            assertThat(visitor.saying("damy Ci znać mailem")).isVisible();
        }
        desk.endsOutage(id);
        await().atMost(TOLD.multipliedBy(Integer.getInteger("story.slowness", 1)))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> mails(anna, title) > 0);
        assertThat(mails(anna, title)).isEqualTo(1);
        assertThat(mails(RunningDemo.person("Marek"), title))
                .as("does not follow")
                .isZero();
    }

    private static long mails(DemoSheet.Person person, String title) {
        return Post.of(person.email()).stream()
                .filter(letter -> letter.subject().equals("Koniec awarii: " + title))
                .count();
    }
}
