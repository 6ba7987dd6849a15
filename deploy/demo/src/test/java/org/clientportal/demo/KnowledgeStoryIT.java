package org.clientportal.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.demo.Promise.ARRIVED;
import static org.clientportal.demo.Promise.SHOWN;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Most visits end with a solution: looked for, read, judged, and found beside a ticket that was not sent then. */
class KnowledgeStoryIT {

    private static final Pattern ARTICLE = Pattern.compile(".*/knowledge/A-\\d+.*");

    private final DeskSide desk = new DeskSide();

    @Test
    void annaFindsAsSheTypesAndSaysWhatIsMissing() {
        try (var anna = Visitor.speaking("pl-PL")) {
            var page = anna.signsIn(RunningDemo.person("Anna")).page();
            var field = page.locator(".hero [role=combobox]");
            field.pressSequentially("zaciety pap");
            SHOWN.isVisible(page.locator(".hero [role=option]").first());
            field.press("ArrowDown");
            assertThat(field).hasAttribute("aria-activedescendant", Pattern.compile(".+"));
            field.press("Enter");
            page.waitForURL(ARTICLE);
            assertThat(page.locator("h1")).containsText("Zacięty papier");

            page.click("#verdict-no");
            page.fill("#f-reason", "Brakuje zdjęcia tylnej klapy.");
            page.click("#verdict .form button[type=submit]");
            assertThat(anna.saying("Dziękujemy. Przekazaliśmy to autorom.")).isVisible();
            assertThat(anna.saying("Twoja odpowiedź: nie.")).isVisible();
            var id = page.url().replaceFirst(".*/knowledge/([^?#]+).*", "$1");
            ARRIVED.until(() -> desk.verdicts(id).toString(), told -> told.contains("Brakuje zdjęcia tylnej klapy."));
            assertThat(anna.complaints()).isEmpty();
        }
    }

    @Test
    void aSolutionBesideATicketMakesItNeedless() {
        try (var anna = Visitor.speaking("pl-PL")) {
            var page = anna.signsIn(RunningDemo.person("Anna"))
                    .opens("/tickets/new")
                    .page();
            page.locator("[name=subject]").pressSequentially("VPN się rozłącza w domu");
            var solution = page.locator(".solutions a").first();
            SHOWN.isVisible(solution);
            assertThat(page.locator("[name=subject]")).isFocused();
            var other = page.context().waitForPage(solution::click);
            assertThat(other.locator("h1")).containsText("VPN");
            other.locator("button", new com.microsoft.playwright.Page.LocatorOptions().setHasText("Tak, działa"))
                    .click();
            assertThat(other.locator("#flash")).containsText("Zgłoszenia nie trzeba wysyłać");
            assertThat(page.locator("[name=subject]")).hasValue("VPN się rozłącza w domu");
        }
    }

    @Test
    void itWorksInEnglishWithoutScripts() {
        try (var james = Visitor.withoutJavaScript()) {
            var page = james.signsIn(RunningDemo.person("James")).page();
            page.fill(".hero [name=q]", "printr not working");
            page.click(".hero button[type=submit]");
            assertThat(page.locator("h1")).hasText("Search");
            var hits = page.locator("main a[href^='/knowledge/']");
            assertThat(hits.first()).isVisible();
            james.opens("/knowledge");
            topic(james, "Printing and scanning").click();
            assertThat(page.locator("h1")).hasText("Printing and scanning");
            page.locator(".rows a").first().click();
            page.click("#verdict form:has([value=true]) button");
            assertThat(james.saying("Thank you. We passed this on to the authors."))
                    .isVisible();
        }
    }

    private static Locator topic(Visitor visitor, String name) {
        return visitor.page().locator(".topics a", new com.microsoft.playwright.Page.LocatorOptions().setHasText(name));
    }

    @Test
    void whoeverLosesItFindsNothingOfItAnywhere() {
        var marek = RunningDemo.person("Marek");
        try (var visitor = Visitor.speaking("pl-PL")) {
            var page = visitor.signsIn(marek).opens("/knowledge/A-1010").page();
            assertThat(page.locator("h1")).containsText("VPN");
            RunningDemo.admin().say(marek.email(), "knowledge", false);
            visitor.opens("/knowledge/A-1010");
            assertThat(page.locator("h1")).hasText("Nie znaleźliśmy tej strony");
            visitor.opens("/");
            assertThat(page.locator("a[href^='/knowledge']")).hasCount(0);
            visitor.opens("/search?q=VPN");
            assertThat(page.locator("a[href^='/knowledge']")).hasCount(0);
            visitor.opens("/tickets/new");
            assertThat(page.locator("[data-solutions]")).hasCount(0);
        } finally {
            RunningDemo.admin().say(marek.email(), "knowledge", true);
        }
    }
}
