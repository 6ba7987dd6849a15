package org.clientportal.demo;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page in three widths and both languages, to be looked at; nothing may stick out, no console complain, no barrier stand. */
class PicturesIT {

    @ParameterizedTest
    @ValueSource(strings = {"pl", "en"})
    void everyPageFitsEveryWindow(String language) {
        var person = RunningDemo.person(language.equals("pl") ? "Anna" : "James");
        try (var visitor = Visitor.speaking(language.equals("pl") ? "pl-PL" : "en-GB")) {
            var page = visitor.opens("/").page();
            Pictures.take(visitor, "sign-in-" + language);
            page.click("a[href*=reset-credentials]");
            Pictures.take(visitor, "forgotten-password-" + language);
            visitor.signsIn(person);
            page.waitForURL(RunningDemo.portal() + "/**");
            Pictures.take(visitor, "home-" + language);
            visitor.opens("/tickets?tab=all");
            var ticket = page.locator("#list .row a").first().getAttribute("href");
            for (var form : List.of("new-laptop", "new-employee", "damage", "vpn")) {
                visitor.opens("/tickets/new/" + form);
                Pictures.take(visitor, "request-" + form + "-" + language);
            }
            var pages = Map.ofEntries(
                    entry("ticket-choice", "/tickets/new"),
                    entry("tickets", "/tickets"),
                    entry("tickets-closed", "/tickets?tab=closed"),
                    entry("tickets-nothing-found", "/tickets?query=xyzzy"),
                    entry("ticket", ticket),
                    entry("ticket-new", "/tickets/new/plain"),
                    entry("ticket-closure", ticket + "/closure"),
                    entry("ticket-people", ticket + "/people"),
                    entry("approvals", "/approvals"),
                    entry("drafts", "/drafts"),
                    entry("notifications", "/notifications"),
                    entry("profile", "/profile"),
                    entry("profile-details", "/profile/details"),
                    entry("profile-preferences", "/profile/language"),
                    entry("profile-notifications", "/profile/notifications"),
                    entry("profile-ways-in", "/profile/sign-in"),
                    entry("profile-data", "/profile/data"),
                    entry("stand-in", "/profile/stand-in"),
                    entry("sessions", "/profile/sessions"));
            pages.forEach((name, path) -> {
                visitor.opens(path);
                Pictures.take(visitor, name + "-" + language);
            });
            assertThat(visitor.complaints()).isEmpty();
            visitor.opens("/no/such/page");
            Pictures.take(visitor, "not-found-" + language);
            visitor.signsOut();
            Pictures.take(visitor, "signed-out-" + language);
        }
    }
}
