package org.clientportal.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.demo.Promise.ARRIVED;
import static org.clientportal.demo.Promise.SHOWN;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The same job in a browser that runs no script: everything is there, by reload. */
class WithoutJavaScriptIT {

    private final DeskSide desk = new DeskSide();

    @Test
    void everythingWorksByReload() {
        var subject = "Skaner nie wysyła na pocztę";
        try (var anna = Visitor.withoutJavaScript()) {
            var note = "notatka".getBytes(StandardCharsets.UTF_8);
            anna.signsIn(RunningDemo.person("Anna"))
                    .writesTicket(subject, "Od wtorku.", new FilePayload("notatka.txt", "text/plain", note))
                    .sendsTicket();
            assertThat(anna.page().locator("h1")).hasText(subject);
            showsAfterReload(anna, "Dostarczone");
            var id = desk.arrived(ARRIVED, subject).path("id").asString();
            assertThat(desk.entries(id).getFirst().path("files")).hasSize(1);

            desk.replies(id, "Proszę podać numer seryjny.");
            showsAfterReload(anna, "Proszę podać numer seryjny.");
            anna.replies("Numer: 48-213.");
            ARRIVED.until(() -> desk.entries(id).getLast().path("text").asString(), "Numer: 48-213."::equals);

            desk.sets(id, "SOLVED");
            showsAfterReload(anna, "Tak, działa");
            anna.page().click("#act-works");
            ARRIVED.until(() -> desk.ticket(id).path("statusId").asString(), "closed"::equals);
            showsAfterReload(anna, "Otwórz ponownie");
            anna.signsOut();
            assertThat(anna.opens("/tickets").isAskedForPassword()).isTrue();
        }
    }

    private static void showsAfterReload(Visitor visitor, String text) {
        SHOWN.until(
                () -> {
                    visitor.page().reload();
                    return visitor.page().locator("main").innerText();
                },
                shown -> shown.contains(text));
    }
}
