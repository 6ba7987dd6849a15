package org.clientportal.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.demo.Promise.ARRIVED;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.ZipFile;
import org.clientportal.keycloak.OneTimeCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A person's own page: what we know of them, how they sign in, what they take along; and a ticket on paper. */
class ProfileStoryIT {

    private static final Set<String> BUSY = Set.of("Anna", "James", "Joanna", "Krzysztof", "Marek", "Zofia");

    private final DeskSide desk = new DeskSide();

    @ParameterizedTest
    @CsvSource({
        "Marek, true, pl-PL, Profil, Moje dane, Popraw moje dane, Poprawka moich danych",
        "James, false, en-GB, Profile, My details, Correct my details, A correction of my details"
    })
    void theProfileIsReadSectionBySection(
            String who, boolean scripts, String locale, String title, String details, String correct, String subject) {
        var person = RunningDemo.person(who);
        try (var visitor = scripts ? Visitor.speaking(locale) : Visitor.withoutJavaScript(locale)) {
            var page = visitor.signsIn(person).opens("/profile").page();
            assertThat(page.locator("h1")).hasText(title);
            assertThat(page.locator("main")).containsText(person.email());
            Pictures.take(visitor, "profile-" + who);
            page.setViewportSize(360, 780);
            assertThat(page.locator("main dl")).isHidden();
            page.locator(".sectionlist a").first().click();
            assertThat(page.locator("h1")).hasText(details);
            assertThat(page.locator("main dl")).isVisible();
            assertThat(page.locator(".sectionlist")).isHidden();
            for (var section : new String[] {"language", "sign-in", "sessions", "stand-in", "data"}) {
                visitor.opens("/profile").page().click(".sectionlist a[href='/profile/" + section + "']");
                assertThat(page.locator("h1")).isVisible();
                Pictures.take(visitor, "profile-" + section + "-" + who);
                page.setViewportSize(360, 780);
            }
            visitor.opens("/profile/details")
                    .page()
                    .getByText(correct, new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.locator("[name=subject]")).hasValue(subject);
            assertThat(page.locator("[name=text]")).not().hasValue("");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void thePasswordIsChangedAtKeycloakAndThePersonComesBack() {
        var marek = RunningDemo.person("Marek");
        try (var visitor = Visitor.withoutJavaScript("pl-PL")) {
            var page = visitor.signsIn(marek).opens("/profile/sign-in").page();
            assertThat(page.locator("main")).containsText(marek.email());
            page.click("main a[href='/profile/password']");
            assertThat(page.locator("#password-new")).isVisible();
            page.click("[name=cancel-aia]");
            assertThat(page.locator("#flash")).hasText("Hasło zostaje takie jak dotąd.");
            Pictures.take(visitor, "profile-password-cancelled");
            page.click("main a[href='/profile/password']");
            // the same again: other stories sign in with it
            page.fill("#password-new", marek.password());
            page.fill("#password-confirm", marek.password());
            page.uncheck("#logout-sessions");
            page.click("button[name=login]");
            assertThat(page.locator("#flash")).hasText("Nowe hasło jest zapisane.");
            assertThat(page.locator("h1")).hasText("Logowanie");
        }
    }

    @Test
    void aSecondFactorIsSetUpAndTakenAwayAtKeycloak() {
        var somebody = RunningDemo.sheet().people().stream()
                .filter(DemoSheet.Person::enabled)
                .filter(person -> !BUSY.contains(person.name().split(" ")[0]))
                .findFirst()
                .orElseThrow();
        try (var visitor = Visitor.withoutJavaScript("pl-PL")) {
            var page = visitor.signsIn(somebody).opens("/profile/sign-in").page();
            page.click("main a[href='/profile/second-factor']");
            page.click("#cancelTOTPBtn");
            assertThat(page.locator("#flash")).isVisible();
            page.click("main a[href='/profile/second-factor']");
            var key = page.locator("#totpSecret").inputValue();
            page.fill("#totp", OneTimeCode.now(key, 0));
            page.click("#saveTOTPBtn");
            assertThat(page.locator("#flash")).isVisible();
            assertThat(page.locator("#factor-title ~ ul li")).hasCount(1);
            Pictures.take(visitor, "profile-second-factor");
            page.click("#factor-title ~ ul li a");
            assertThat(page.locator("#kc-accept")).isVisible();
            Pictures.take(visitor, "second-factor-removal");
            page.click("#kc-decline");
            assertThat(page.locator("#flash")).hasText("Telefon zostaje tak jak dotąd.");
            page.click("#factor-title ~ ul li a");
            page.click("#kc-accept");
            assertThat(page.locator("#flash")).hasText("Telefon jest usunięty.");
            assertThat(page.locator("#factor-title ~ ul li")).hasCount(0);
        }
    }

    @ParameterizedTest
    @CsvSource({"Anna, true, pl-PL, zgloszenie-, moje-dane-", "James, false, en-GB, ticket-, my-data-"})
    void aTicketAndAllOwnDataAreTakenAlong(
            String who, boolean scripts, String locale, String ticketName, String dataName) throws IOException {
        var subject = DeskSide.fresh("Zażółć gęślą jaźń");
        try (var visitor = scripts ? Visitor.speaking(locale) : Visitor.withoutJavaScript(locale)) {
            visitor.signsIn(RunningDemo.person(who))
                    .writesTicket(subject, "Ekran miga od rana.")
                    .sendsTicket();
            var number = desk.arrived(ARRIVED, subject).path("number").asString();
            var page = visitor.opens("/tickets/" + number).page();
            page.locator(".facts[open], #facts-summary").first().waitFor();
            if (!page.locator("a[href$='/pdf']").isVisible()) {
                page.click("#facts-summary");
            }
            var document = page.waitForDownload(() -> page.click("a[href$='/pdf']"));
            assertThat(document.suggestedFilename()).isEqualTo(ticketName + number + ".pdf");
            document.saveAs(Pictures.FOLDER.resolve("ticket-" + who + ".pdf"));
            assertThat(Files.readString(Pictures.FOLDER.resolve("ticket-" + who + ".pdf"), StandardCharsets.ISO_8859_1))
                    .startsWith("%PDF-")
                    .contains("/Lang (" + locale.substring(0, 2) + ")", "%%EOF");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            page.pdf(new Page.PdfOptions().setFormat("A4").setPath(Pictures.FOLDER.resolve("print-" + who + ".pdf")));
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));

            visitor.opens("/profile/data");
            var archive = page.waitForDownload(() -> page.click("form[action='/profile/data'] button"));
            assertThat(archive.suggestedFilename()).startsWith(dataName).endsWith(".zip");
            var file = Pictures.FOLDER.resolve("own-data-" + who + ".zip");
            archive.saveAs(file);
            assertThatItIsReadOffline(file, who, subject);
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    private static void assertThatItIsReadOffline(Path file, String who, String subject) throws IOException {
        var read = Pictures.FOLDER.resolve("own-data-" + who + ".html");
        try (var zip = new ZipFile(file.toFile())) {
            assertThat(new String(zip.getInputStream(zip.getEntry("data.json")).readAllBytes(), StandardCharsets.UTF_8))
                    .contains("client-portal-own-data", subject);
            Files.write(read, zip.getInputStream(zip.getEntry("index.html")).readAllBytes());
        }
        try (var offline = Visitor.speaking("pl-PL")) {
            offline.page().navigate(read.toUri().toString());
            assertThat(offline.page().locator("body")).containsText(subject);
            Pictures.take(offline, "own-data-" + who);
        }
    }
}
