package org.clientportal.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.demo.Promise.MAILED;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A person who only writes mail: a ticket, an answer to the notification; and a machine that writes back. */
class MailStoryIT {

    private final DeskSide desk = new DeskSide();
    private final String support = RunningDemo.sheet().mailbox().address();

    @Test
    void aMailBecomesATicketAndAnAnswerToTheNotificationAReply() {
        var anna = RunningDemo.person("Anna");
        var subject = "Klawiatura gubi literę ż";
        Post.send(anna.email(), support, subject, "Piszę z telefonu.\n\nAnna", Map.of());
        var id = desk.arrived(MAILED, subject).path("id").asString();
        try (var browser = Visitor.speaking("pl-PL")) {
            browser.signsIn(anna).opens("/tickets");
            assertThat(browser.page().locator("#list").getByText(subject)).isVisible();
        }

        desk.replies(id, "Jaki to model klawiatury?");
        var notification = MAILED.until(
                        () -> Post.of(anna.email()).stream()
                                .filter(letter -> letter.text().contains("Jaki to model klawiatury?"))
                                .toList(),
                        letters -> !letters.isEmpty())
                .getFirst();
        assertThat(notification.replyTo()).startsWith("support+");
        Post.send(
                anna.email(),
                notification.replyTo(),
                "Re: " + notification.subject(),
                "K120.\n\n> Jaki to model klawiatury?\n",
                Map.of("In-Reply-To", notification.messageId(), "References", notification.messageId()));
        MAILED.until(() -> desk.entries(id), entries -> entries.getLast().path("text").asString().startsWith("K120."));
        assertThat(desk.entries(id).getLast().path("verified").asBoolean()).isTrue();

        // an automatic answer, then one by hand: when the second is there, the first was passed over
        Post.send(
                anna.email(),
                notification.replyTo(),
                "Re: " + notification.subject(),
                "Jestem na urlopie.",
                Map.of("Auto-Submitted", "auto-replied"));
        Post.send(anna.email(), notification.replyTo(), "Re: " + notification.subject(), "Czarna.", Map.of());
        MAILED.until(() -> desk.entries(id), entries -> entries.getLast().path("text").asString().startsWith("Czarna."));
        assertThat(desk.entries(id)).noneMatch(entry -> entry.path("text").asString().contains("urlopie"));
        assertThat(desk.ticketsAbout(subject)).hasSize(1);
    }
}
