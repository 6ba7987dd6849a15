package org.clientportal.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.demo.Promise.MAILED;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** Language, time zone, a forgotten password, and whom to call. */
class OwnWaysIT {

    @Test
    void theLanguageChangesOnTheSamePageAndStays() {
        try (var marek = Visitor.speaking("pl-PL")) {
            var page =
                    marek.signsIn(RunningDemo.person("Marek")).opens("/tickets").page();
            page.click("footer a[hreflang=en]");
            assertThat(page.locator("html")).hasAttribute("lang", "en");
            assertThat(page.locator("h1")).hasText("Tickets");
            assertThat(marek.opens("/profile").page().locator("h1")).hasText("Profile");
            page.click("footer a[hreflang=pl]");
            assertThat(page.locator("h1")).hasText("Profil");
        }
    }

    @Test
    void timesAreThoseOfTheZoneInTheProfile() {
        try (var joanna = Visitor.speaking("pl-PL")) {
            var page = joanna.signsIn(RunningDemo.person("Joanna"))
                    .opens("/tickets?tab=all")
                    .page();
            page.locator("#list .row a").first().click();
            page.waitForURL("**/tickets/*");
            var ticket = page.url();
            var inWarsaw = created(page);
            choosesZone(joanna, "Asia/Tokyo");
            page.navigate(ticket);
            assertThat(created(page)).isNotEqualTo(inWarsaw);
            choosesZone(joanna, "Europe/Warsaw");
            page.navigate(ticket);
            assertThat(created(page)).isEqualTo(inWarsaw);
        }
    }

    private static void choosesZone(Visitor visitor, String zone) {
        var page = visitor.opens("/profile/language").page();
        page.selectOption("[name=zone]", zone);
        page.click("form[action='/profile/language'] button[type=submit]");
        assertThat(page.locator("#flash")).hasText("Zapisane.");
    }

    private static String created(Page page) {
        return page.locator("#state time").getAttribute("title");
    }

    @Test
    void aForgottenPasswordIsAnsweredTheSameWhoeverAsks() {
        var marek = RunningDemo.person("Marek").email();
        var known = forgets(marek);
        assertThat(known).contains("Sprawdź pocztę");
        assertThat(forgets("nikogo.tu.nie.ma@oriale.example")).isEqualTo(known);
        MAILED.until(
                () -> Post.of(marek),
                letters -> letters.stream().anyMatch(letter -> letter.text().contains("/login-actions/action-token")));
    }

    private static String forgets(String email) {
        try (var somebody = Visitor.speaking("pl-PL")) {
            var page = somebody.opens("/").page();
            page.click("a[href*=reset-credentials]");
            page.fill("#username", email);
            page.click("#kc-reset-password-form button");
            assertThat(page.locator("main .notice")).isVisible();
            page.fill("#username", "");
            return page.locator("body").innerText();
        }
    }

    @Test
    void theServiceDesksCardIsOnEveryPage() {
        try (var zofia = Visitor.speaking("pl-PL")) {
            showsCard(zofia.opens("/").page());
            zofia.signsIn(RunningDemo.person("Zofia"));
            showsCard(zofia.page());
            showsCard(zofia.opens("/tickets").page());
            showsCard(zofia.opens("/no/such/page").page());
            assertThat(zofia.page().locator("h1")).hasText("Nie znaleźliśmy tej strony");
            zofia.opens("/tickets").signsOut();
            showsCard(zofia.page());
        }
    }

    private static void showsCard(Page page) {
        var card = page.locator("footer .contact");
        assertThat(card.locator("a[href^='tel:']")).isVisible();
        assertThat(card.locator("a[href^='mailto:']")).isVisible();
        assertThat(card.locator("li").nth(1)).containsText(java.util.regex.Pattern.compile("\\d"));
    }
}
