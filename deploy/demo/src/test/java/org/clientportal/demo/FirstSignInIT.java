package org.clientportal.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.demo.Promise.MAILED;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An administrator opens the portal to somebody, who gets a password by mail and chooses an own one. */
class FirstSignInIT {

    private static final Pattern PASSWORD = Pattern.compile("(?m)^Hasło: (\\S+)\\s*$");
    private static final String OWN = "kowadło-mokre-niebo-7";

    @Test
    void thePasswordFromTheMailOpensThePortalOnceAndIsThenReplaced() {
        var krzysztof = RunningDemo.person("Krzysztof").email();
        var before = Post.of(krzysztof).size();
        RunningDemo.admin().invite(krzysztof);

        var mail = MAILED.until(() -> Post.of(krzysztof), letters -> letters.size() > before)
                .getLast();
        assertThat(mail.subject()).startsWith("Twój dostęp do portalu Oriale");
        assertThat(mail.text()).contains("Dzień dobry", "Login: " + krzysztof);
        var found = PASSWORD.matcher(mail.text());
        assertThat(found.find()).as(mail.text()).isTrue();
        var sent = found.group(1);

        try (var browser = Visitor.speaking("pl-PL")) {
            var page = browser.page();
            browser.opens("/").fillsIn(krzysztof, sent);
            assertThat(page.locator("h1")).hasText("Ustaw swoje hasło");
            page.fill("#password-new", OWN);
            page.fill("#password-confirm", OWN);
            page.click("button[name=login]");
            assertThat(page.locator("h1")).hasText("W czym możemy pomóc?");
            assertThat(page.locator("footer")).containsText("English version");
        }
        try (var browser = Visitor.speaking("pl-PL")) {
            browser.opens("/").fillsIn(krzysztof, sent);
            assertThat(browser.page().locator("#input-error")).containsText("E-mail albo hasło się nie zgadza");
            browser.fillsIn(krzysztof, OWN);
            assertThat(browser.page().locator("h1")).hasText("W czym możemy pomóc?");
            // a new password ends every session: Keycloak tells the portal, and the open page looks again by itself
            RunningDemo.admin().enable(krzysztof);
            browser.page().waitForURL(url -> url.startsWith(RunningDemo.sheet().keycloakUrl()));
        }
    }
}
