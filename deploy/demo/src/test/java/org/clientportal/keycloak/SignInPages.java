package org.clientportal.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import java.util.List;
import org.clientportal.demo.Chromium;

/** The pages around single sign-on in a real browser, photographed in three widths; nothing sticks out, no barrier stands. */
final class SignInPages implements AutoCloseable {

    private static final Path PICTURES = Path.of(System.getProperty("demo.pictures", "target/pictures"));

    private final BrowserContext context;
    private final Page page;
    private final String language;
    private final String start;

    SignInPages(String authorisation, String language) {
        this.language = language;
        this.start = authorisation + "&ui_locales=" + language;
        context = Chromium.browser().newContext(new NewContextOptions().setLocale(language));
        page = context.newPage();
        page.navigate(start);
    }

    /** The providers offered, in their order; they stand before the password. */
    List<String> buttons() {
        assertThat((Boolean) page.evaluate("document.querySelector('.providers')"
                        + ".compareDocumentPosition(document.querySelector('#password')) === 4"))
                .isTrue();
        return page.locator("[id^=social-]").all().stream()
                .map(button -> button.getAttribute("id").substring("social-".length()))
                .filter(alias -> !alias.equals("theirs"))
                .toList();
    }

    void through(String provider, String user, String name) {
        context.clearCookies();
        page.navigate(start);
        page.click("#social-" + provider);
        page.fill("#username", user);
        page.fill("#password", StandIn.PASSWORD);
        page.click("#kc-login");
        page.waitForSelector("body.sign-in");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
        fit(name);
    }

    /** The page where an authenticator app is set up. */
    void secondFactor(String email, String password) {
        context.clearCookies();
        page.navigate(start);
        page.fill("#username", email);
        page.fill("#password", password);
        page.click("#kc-login");
        page.waitForSelector("#kc-totp-settings-form");
        fit("second-factor");
        page.click("#mode-manual");
        page.waitForSelector("#kc-totp-secret-key");
        fit("second-factor-key");
    }

    /** What somebody sees who was invited: the mail, the page its link opens, the form for the password. */
    void invited(String mail, String link) {
        context.clearCookies();
        page.setContent(mail);
        List.of(360, 820).forEach(width -> photograph("invitation-mail", width));
        page.navigate(link + "&ui_locales=" + language);
        page.waitForSelector("a[href*=action-token]");
        fit("invitation");
        page.click("a[href*=action-token]");
        page.waitForSelector("#password-new");
        fit("invitation-password");
        page.fill("#password-new", StandIn.PASSWORD);
        page.fill("#password-confirm", StandIn.PASSWORD);
        page.click("button[name=login]");
        page.waitForSelector("#kc-info-message, .button.primary:not([name])");
        fit("invitation-done");
    }

    void fit(String name) {
        for (var width : List.of(360, 820, 1440)) {
            photograph(name, width);
            assertThat(new AxeBuilder(page).analyze().getViolations())
                    .as("%s in %s at %d", name, language, width)
                    .allSatisfy(
                            rule -> assertThat(rule.getId() + rule.getNodes()).isEmpty());
        }
    }

    private void photograph(String name, int width) {
        page.setViewportSize(width, width == 360 ? 780 : 900);
        page.screenshot(new ScreenshotOptions()
                .setPath(PICTURES.resolve(name + "-" + language + "-" + width + ".png"))
                .setFullPage(true));
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("%s in %s fits into %d", name, language, width)
                .isTrue();
    }

    @Override
    public void close() {
        context.close();
    }
}
