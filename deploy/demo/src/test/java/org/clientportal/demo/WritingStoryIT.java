package org.clientportal.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.demo.Promise.ARRIVED;
import static org.clientportal.demo.Promise.SHOWN;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Writing: Anna by scripts in Polish, James without in English; quotes, ready answers, marks, preview, what is not sent. */
class WritingStoryIT {

    private static final String TYPED =
            "**Ważne:** C:\\_x_ i 2 * 3 * 4\n- lewy ekran\n- prawy ekran\n\n`at org.x.Y(Y.java:12)`";

    private final DeskSide desk = new DeskSide();

    @ParameterizedTest
    @CsvSource({
        "Anna, true, Pokaż cytowany tekst, Sprawdzę i dam znać., niewysłan",
        "James, false, Show quoted text, I’ll check and let you know., not sent yet"
    })
    void aReplyIsPreparedPreviewedFoundAgainAndSentOnce(
            String who, boolean scripts, String quoted, String answer, String notSent) {
        var subject = DeskSide.fresh("Dwa ekrany migają");
        try (var visitor = scripts ? Visitor.speaking("pl-PL") : Visitor.withoutJavaScript("en-GB")) {
            var page = visitor.signsIn(RunningDemo.person(who)).page();
            visitor.writesTicket(subject, "Oba naraz.").sendsTicket();
            var id = desk.arrived(ARRIVED, subject).path("id").asString();
            var url = "/tickets/" + desk.ticket(id).path("number").asString();
            desk.repliesInHtml(
                    id,
                    "<p>Który to model?</p><div class=\"gmail_quote\"><div class=\"gmail_attr\">pt., 27 lis 2026 o 9:12 napisał(a):"
                            + "</div><blockquote class=\"gmail_quote\"><p>Oba naraz, słowo w słowo.</p></blockquote></div>");
            desk.sets(id, "WAITING_FOR_PERSON");
            reloadUntil(visitor, url, "button[name=quick]");

            assertThat(page.locator("details.quoted summary")).hasText(quoted);
            assertThat(page.getByText("Oba naraz, słowo w słowo.")).isHidden();
            Pictures.take(visitor, "writing-quoted-" + who);
            page.click("details.quoted summary");
            assertThat(page.getByText("Oba naraz, słowo w słowo.")).isVisible();

            page.locator("button[name=quick]").first().click();
            assertThat(page.locator("#f-text")).hasValue(answer);
            assertThat(page.locator(".entry.me")).hasCount(1);

            if (scripts) {
                page.fill("#f-text", "ważne");
                page.press("#f-text", "Control+a");
                page.focus("[data-mark=bold]");
                page.keyboard().press("ArrowRight");
                assertThat(page.locator("[data-mark=italic]")).isFocused();
                page.keyboard().press("Home");
                page.keyboard().press("Enter");
                assertThat(page.locator("#f-text")).hasValue("**ważne**");
                assertThat(page.locator("#f-text")).isFocused();
                Pictures.take(visitor, "writing-toolbar-" + who);
            } else {
                assertThat(page.locator("[role=toolbar]")).isHidden();
            }
            page.fill("#f-text", TYPED);
            page.click("button[name=preview]");
            var preview = page.locator("#preview .prose");
            assertThat(preview.locator("strong")).hasText("Ważne:");
            assertThat(preview.locator("li")).hasCount(2);
            assertThat(preview).containsText("C:\\_x_ i 2 * 3 * 4");
            Pictures.take(visitor, "writing-preview-" + who);
            var previewed = preview.innerText();

            visitor.opens("/tickets");
            assertThat(page.locator("a[href='/drafts']")).containsText(notSent);
            page.click("a[href='/drafts']");
            var draft = page.locator(".draft").filter(new Locator.FilterOptions().setHasText(subject));
            assertThat(draft.locator("h2")).containsText(subject);
            Pictures.take(visitor, "writing-drafts-" + who);
            draft.locator("a.button").click();
            assertThat(page.locator("#f-text")).hasValue(TYPED);
            page.click("#reply .submit button");

            var sent = ARRIVED.until(
                            () -> desk.entries(id).stream()
                                    .filter(entry ->
                                            entry.path("text").asString().contains("lewy ekran"))
                                    .toList(),
                            found -> !found.isEmpty())
                    .getFirst();
            assertThat(sent.path("html").asBoolean()).isTrue();
            assertThat(sent.path("text").asString()).contains("<strong>Ważne:</strong>", "<li>lewy ekran</li>");
            SHOWN.until(
                    () -> visitor.opens(url)
                            .page()
                            .locator(".entry.me.delivered strong")
                            .count(),
                    count -> count == 1);
            assertThat(page.locator(".entry.me")).hasCount(2);
            assertThat(page.locator(".entry.me .prose").last().innerText()).isEqualTo(previewed);
            Pictures.take(visitor, "writing-sent-" + who);
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"Anna, true", "James, false"})
    void whatIsNotSentIsThrownAwayAfterAsking(String who, boolean scripts) {
        try (var visitor = scripts ? Visitor.speaking("pl-PL") : Visitor.withoutJavaScript("en-GB")) {
            var page = visitor.signsIn(RunningDemo.person(who)).page();
            var subject = DeskSide.fresh("Do kosza");
            visitor.writesTicket(subject, "*Niepotrzebne*");
            page.click("button[name=preview]");
            assertThat(page.locator("#preview em")).hasText("Niepotrzebne");
            visitor.opens("/drafts");
            var draft = page.locator(".draft").filter(new Locator.FilterOptions().setHasText(subject));
            draft.locator("a[href$='/removal']").click();
            Pictures.take(visitor, "writing-removal-" + who);
            page.click("main form.submit button");
            assertThat(page.locator("#flash")).isVisible();
            assertThat(draft).hasCount(0);
        }
    }

    @Test
    void filesAreKeptAsSoonAsTheyAreChosenWithProgressAndCanBeStopped() {
        var subject = DeskSide.fresh("Zdjęcia ekranu");
        var bytes = new byte[300_000];
        try (var visitor = Visitor.speaking("pl-PL")) {
            var page = visitor.signsIn(RunningDemo.person("Anna")).page();
            visitor.writesTicket(subject, "W załączeniu.");
            var kept = page.locator("[data-chips] button[name=remove]");
            page.setInputFiles("#f-files", new FilePayload("pierwszy.log", "text/plain", bytes));
            assertThat(kept).hasCount(1);
            page.setInputFiles("#f-files", new FilePayload("zły.exe", "application/octet-stream", bytes));
            assertThat(page.locator("[data-refused]")).containsText("zły.exe");
            assertThat(page.locator("[data-chosen]")).hasCount(0);

            // held on its way
            page.route("**/tickets", held -> {});
            page.setInputFiles("#f-files", new FilePayload("drugi.log", "text/plain", bytes));
            assertThat(page.locator("[data-chosen] progress")).isVisible();
            Pictures.take(visitor, "writing-upload");
            page.locator("[data-chosen] .drop").click();
            assertThat(page.locator("[data-chosen]")).hasCount(0);
            page.unroute("**/tickets");

            page.setInputFiles("#f-files", new FilePayload("trzeci.log", "text/plain", bytes));
            assertThat(kept).hasCount(2);
            kept.last().click();
            assertThat(kept).hasCount(1);
            assertThat(page.locator("#f-subject")).hasValue(subject);
            visitor.sendsTicket();
            var id = desk.arrived(ARRIVED, subject).path("id").asString();
            assertThat(desk.entries(id)
                            .getFirst()
                            .path("files")
                            .valueStream()
                            .map(file -> file.path("name").asString()))
                    .containsExactly("pierwszy.log");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    private static void reloadUntil(Visitor visitor, String url, String there) {
        SHOWN.until(() -> visitor.opens(url).page().locator(there).count(), count -> count > 0);
    }
}
