package org.clientportal.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.demo.Promise.ARRIVED;
import static org.clientportal.demo.Promise.SHOWN;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Impatience, going back and files that cannot be taken: nothing typed is lost, and nothing is sent twice. */
class NothingIsLostIT {

    private static final String TEXT = "Tekst, którego szkoda.";

    private final DeskSide desk = new DeskSide();

    @TempDir
    Path folder;

    @Test
    void aDoubleClickAndTheBackButtonMakeOneTicket() {
        var subject = DeskSide.fresh("Kliknięte z niecierpliwości");
        try (var anna = Visitor.speaking("pl-PL")) {
            var page = anna.signsIn(RunningDemo.person("Anna"))
                    .writesTicket(subject, TEXT)
                    .page();
            anna.sendTicket().dblclick();
            assertThat(page.locator("h1")).hasText(subject);
            SHOWN.isVisible(anna.saying("Dostarczone"));
            page.goBack();
            page.waitForURL("**/tickets/new/plain");
            // the form that was sent is over: going back shows a new one, which cannot be sent by mistake
            anna.sendsTicket();
            assertThat(page.locator("#problems")).isVisible();
            // whatever was sent after it, arrived after it
            anna.writesTicket(subject + ", potem", TEXT).sendsTicket();
            desk.arrived(ARRIVED, subject + ", potem");
            assertThat(desk.ticketsAbout(subject)).hasSize(1);
        }
    }

    @Test
    void aTooLargeFileIsToldBeforeSending() throws IOException {
        var subject = DeskSide.fresh("Za duży plik");
        try (var anna = Visitor.speaking("pl-PL")) {
            var page = anna.signsIn(RunningDemo.person("Anna"))
                    .writesTicket(subject, TEXT)
                    .page();
            page.setInputFiles("input[type=file]", tooLarge());
            assertThat(page.locator("[data-refused]")).containsText("film.mp4");
            assertThat(page.locator("[data-refused]")).containsText("25");
            assertThat(page.locator("[data-chosen]")).hasCount(0);
            assertThat(page.locator("[name=text]")).hasValue(TEXT);
        }
    }

    @Test
    void aTooLargeFileIsRefusedWithTheTextKept() throws IOException {
        var subject = DeskSide.fresh("Za duży plik");
        try (var anna = Visitor.withoutJavaScript()) {
            var page = anna.signsIn(RunningDemo.person("Anna"))
                    .writesTicket(subject, TEXT)
                    .page();
            page.setInputFiles("input[type=file]", tooLarge());
            anna.sendsTicket();
            assertThat(page.locator("#problems")).containsText("film.mp4");
            keptThenSent(anna, subject);
        }
    }

    /** With scripts before it is sent, without when it is. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aForbiddenTypeIsRefusedWithTheTextKept(boolean scripts) {
        var subject = DeskSide.fresh("Zakazany plik");
        try (var anna = scripts ? Visitor.speaking("pl-PL") : Visitor.withoutJavaScript()) {
            anna.signsIn(RunningDemo.person("Anna"))
                    .writesTicket(
                            subject,
                            TEXT,
                            new FilePayload("naprawa.exe", "application/octet-stream", new byte[] {77, 90}),
                            new FilePayload("notatka.txt", "text/plain", new byte[] {65}));
            if (!scripts) {
                anna.sendsTicket();
            }
            assertThat(anna.page().locator(scripts ? "[data-refused]" : "#problems"))
                    .containsText("naprawa.exe");
            keptThenSent(anna, subject);
            var files =
                    desk.ticketsAbout(subject).getFirst().path("entries").get(0).path("files");
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void whatIsHalfTypedIsThereAgainForTheSamePersonOnly() {
        var subject = DeskSide.fresh("Niedokończone");
        try (var anna = Visitor.speaking("pl-PL")) {
            var page = anna.signsIn(RunningDemo.person("Anna"))
                    .writesTicket(subject, TEXT)
                    .page();
            anna.opens("/tickets");
            anna.opens("/tickets/new/plain");
            assertThat(page.locator("[name=subject]")).hasValue(subject);
            assertThat(page.locator("[name=text]")).hasValue(TEXT);

            anna.signsOut().signsIn(RunningDemo.person("Marek"));
            anna.opens("/tickets/new/plain");
            assertThat(page.locator("[name=text]")).hasValue("");

            anna.signsOut().signsIn(RunningDemo.person("Anna"));
            anna.opens("/tickets/new/plain");
            assertThat(page.locator("[name=text]")).hasValue(TEXT);
            anna.sendsTicket();
            assertThat(page.locator("h1")).hasText(subject);
            anna.opens("/tickets/new/plain");
            assertThat(page.locator("[name=text]")).hasValue("");
        }
    }

    private void keptThenSent(Visitor visitor, String subject) {
        var page = visitor.page();
        assertThat(page.locator("[name=subject]")).hasValue(subject);
        assertThat(page.locator("[name=text]")).hasValue(TEXT);
        assertThat(desk.ticketsAbout(subject)).isEmpty();
        visitor.sendsTicket();
        assertThat(page.locator("h1")).hasText(subject);
        desk.arrived(ARRIVED, subject);
    }

    private Path tooLarge() throws IOException {
        var file = folder.resolve("film.mp4");
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.setLength(26L * 1024 * 1024);
        }
        return file;
    }
}
