package org.clientportal.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.demo.Promise.ARRIVED;
import static org.clientportal.demo.Promise.MAILED;
import static org.clientportal.demo.Promise.SHOWN;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people are told: Anna by scripts in Polish, James without in English; and Anna in James's place. */
class NotificationStoryIT {

    private final DeskSide desk = new DeskSide();

    @ParameterizedTest
    @CsvSource({"Anna, true, Powiadomienia, Wyciszone", "James, false, Notifications, Muted"})
    void theBellThePageTheChoicesAndSilence(String who, boolean scripts, String bell, String muted) {
        var person = RunningDemo.person(who);
        var subject = DeskSide.fresh("Myszka klika dwa razy");
        try (var visitor = scripts ? Visitor.speaking("pl-PL") : Visitor.withoutJavaScript("en-GB")) {
            var page = visitor.signsIn(person).page();
            visitor.writesTicket(subject, "Lewym przyciskiem.").sendsTicket();
            var id = desk.arrived(ARRIVED, subject).path("id").asString();
            var url = "/tickets/" + desk.ticket(id).path("number").asString();
            rows(visitor, subject, 1);
            // that it was received, and whatever other stories have left
            if (page.locator("#read-all").count() > 0) {
                page.click("#read-all");
            }
            assertThat(page.locator("#bell")).hasText(bell);

            visitor.opens("/");
            desk.replies(id, "Podmieniamy.");
            counts(visitor, "/", 1);
            page.click("#bell");
            assertThat(page.locator("#list .unread")).containsText(subject);
            Pictures.take(visitor, "notifications-" + who);
            page.click("#list .unread a");
            assertThat(page.locator("h1")).hasText(subject);
            assertThat(page.locator("#bell")).hasText(bell);
            assertThat(page).hasURL(java.util.regex.Pattern.compile("#entry-\\d+$"));

            page.setViewportSize(1440, 900);
            page.click("#mute");
            assertThat(page.locator("#state")).containsText(muted);
            Pictures.take(visitor, "ticket-muted-" + who);
            desk.replies(id, "Tego nie słychać.");
            rows(visitor, subject, 3);
            assertThat(page.locator("#bell")).hasText(bell);
            page.setViewportSize(1440, 900);
            visitor.opens(url).page().click("#mute");
            assertThat(page.locator("#state")).not().containsText(muted);

            chooses(visitor, "digest");
            Pictures.take(visitor, "notification-choices-" + who);
            visitor.opens("/tickets");
            desk.replies(id, "To przyjdzie w podsumowaniu.");
            counts(visitor, "/tickets", 1);
            desk.sets(id, "SOLVED");
            var letters = MAILED.until(
                    () -> lettersAbout(person.email(), subject),
                    all -> all.stream().anyMatch(letter -> letter.text().contains(url + "#move")));
            assertThat(letters).noneMatch(letter -> letter.text().contains("podsumowaniu"));
            assertThat(letters).noneMatch(letter -> letter.text().contains("nie słychać"));
            assertThat(letters.getLast().text()).contains(RunningDemo.portal() + "/profile/notifications");

            chooses(visitor, "at-once");
            visitor.opens("/notifications").page().click("#read-all");
            assertThat(page.locator("#bell")).hasText(bell);
            assertThat(page.locator("#list .unread")).hasCount(0);
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    private static void rows(Visitor visitor, String subject, int told) {
        SHOWN.until(
                () -> visitor.opens("/notifications")
                        .page()
                        .locator("#list .row", new Page.LocatorOptions().setHasText(subject))
                        .count(),
                rows -> rows == told);
    }

    private static void chooses(Visitor visitor, String mail) {
        var page = visitor.opens("/profile").page();
        page.click("main a[href='/profile/notifications']");
        page.selectOption("[name=mail-answer]", mail);
        page.selectOption("[name=digest]", "7");
        page.click("main form.form .submit button");
        assertThat(page.locator("#flash")).isVisible();
        assertThat(page.locator("[name=mail-answer]")).hasValue(mail);
        assertThat(page.locator("[name=digest]")).hasValue("7");
    }

    /** The open page tells by itself where there are scripts, and the next one else. */
    private static void counts(Visitor visitor, String path, int unread) {
        SHOWN.until(
                () -> (visitor.hasScripts() ? visitor : visitor.opens(path))
                        .page()
                        .locator("#bell .count:text-is('" + unread + "')")
                        .count(),
                shown -> shown == 1);
    }

    private static List<Post.Letter> lettersAbout(String address, String subject) {
        return Post.of(address).stream()
                .filter(letter -> letter.subject().contains(subject))
                .toList();
    }

    @Test
    void annaIsToldInJamessPlaceAndAnswersByMail() {
        var anna = RunningDemo.person("Anna");
        var james = RunningDemo.person("James");
        var subject = DeskSide.fresh("Docking station loses the screen");
        try (var away = Visitor.withoutJavaScript("en-GB");
                var standIn = Visitor.speaking("pl-PL")) {
            away.signsIn(james).writesTicket(subject, "Every hour.").sendsTicket();
            var id = desk.arrived(ARRIVED, subject).path("id").asString();
            var page = away.opens("/profile/stand-in").page();
            page.fill("#f-who", "Anna Wiśniewska");
            page.fill("#f-to", LocalDate.now().plusDays(2).toString());
            page.click("main form.form .submit button");

            desk.replies(id, "Which firmware is it?");
            var letter = MAILED.until(
                            () -> lettersAbout(anna.email(), subject),
                            all -> all.stream().anyMatch(one -> one.text().contains("Which firmware is it?")))
                    .getLast();
            assertThat(letter.text()).contains("W\u00a0zastępstwie: " + james.name());
            Post.send(
                    anna.email(),
                    letter.replyTo(),
                    "Re: " + letter.subject(),
                    "It is 1.4.",
                    Map.of("In-Reply-To", letter.messageId()));
            MAILED.until(
                    () -> desk.entries(id),
                    entries -> entries.getLast().path("text").asString().startsWith("It is 1.4."));
            var author = desk.entries(id).getLast().path("author");
            assertThat(author.path("name").asString()).isEqualTo(anna.name());
            assertThat(author.path("onBehalfOf").asString()).isEqualTo(james.name());

            standIn.signsIn(anna).opens("/notifications");
            assertThat(standIn.page()
                            .locator("#list .row", new Page.LocatorOptions().setHasText(subject))
                            .first())
                    .containsText("w zastępstwie: " + james.name());
            Pictures.take(standIn, "notifications-stand-in");
            away.opens("/profile/stand-in").page().click("main form[action$='/end'] button");
        }
    }
}
