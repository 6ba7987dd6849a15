package org.clientportal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page in three widths and both languages, to be looked at; nothing may stick out, no console complain, no barrier stand. */
class PicturesIT {

    private static final List<Integer> WIDTHS = List.of(360, 820, 1440);
    private static final Path PICTURES = Path.of(System.getProperty("demo.pictures", "target/pictures"));

    @ParameterizedTest
    @ValueSource(strings = {"pl", "en"})
    void everyPageFitsEveryWindow(String language) {
        var person = RunningDemo.person(language.equals("pl") ? "Anna" : "James");
        try (var visitor = Visitor.speaking(language.equals("pl") ? "pl-PL" : "en-GB")) {
            var page = visitor.opens("/").page();
            takes(visitor, language, "sign-in");
            page.click("a[href*=reset-credentials]");
            takes(visitor, language, "forgotten-password");
            visitor.signsIn(person);
            page.waitForURL(RunningDemo.portal() + "/**");
            takes(visitor, language, "home");
            visitor.opens("/tickets?tab=all");
            var ticket = page.locator("#list .row a").first().getAttribute("href");
            for (var form : List.of("new-laptop", "new-employee", "damage", "vpn")) {
                visitor.opens("/tickets/new/" + form);
                takes(visitor, language, "request-" + form);
            }
            var pages = Map.of(
                    "ticket-choice", "/tickets/new",
                    "tickets", "/tickets",
                    "tickets-closed", "/tickets?tab=closed",
                    "tickets-nothing-found", "/tickets?query=xyzzy",
                    "ticket", ticket,
                    "ticket-new", "/tickets/new/plain",
                    "ticket-closure", ticket + "/closure",
                    "ticket-people", ticket + "/people",
                    "profile", "/profile",
                    "sessions", "/profile/sessions");
            visitor.opens("/profile/stand-in");
            takes(visitor, language, "stand-in");
            pages.forEach((name, path) -> {
                visitor.opens(path);
                takes(visitor, language, name);
            });
            assertThat(visitor.complaints()).isEmpty();
            visitor.opens("/no/such/page");
            takes(visitor, language, "not-found");
            visitor.signsOut();
            takes(visitor, language, "signed-out");
        }
    }

    private static void takes(Visitor visitor, String language, String name) {
        var page = visitor.page();
        for (var width : WIDTHS) {
            page.setViewportSize(width, width == 360 ? 780 : 900);
            var file = PICTURES.resolve(name + "-" + language + "-" + width + ".png");
            page.screenshot(new ScreenshotOptions().setPath(file).setFullPage(true));
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as("%s in %s fits into %d", name, language, width)
                    .isTrue();
            Barriers.areNone(visitor, "%s in %s at %d".formatted(name, language, width));
        }
    }
}
