package org.clientportal.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.demo.Promise.ARRIVED;
import static org.clientportal.demo.Promise.SETTLED;

import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A thing is handed out, seen, reported as broken, disowned, handed on; and nothing of it is for whoever does not have it. */
class EquipmentStoryIT {

    private final DeskSide desk = new DeskSide();

    @BeforeAll
    static void whatTheFirmHandsOutIsShown() {
        for (var name : List.of("Anna", "James", "Marek")) {
            RunningDemo.admin().say(RunningDemo.person(name).email(), "assets", true);
        }
        RunningDemo.admin().say(RunningDemo.person("Anna").email(), "organisation-assets", true);
    }

    /** Other stories do not know of it. */
    @AfterAll
    static void nobodyHasItAnyMore() {
        for (var name : List.of("Anna", "James", "Marek")) {
            RunningDemo.admin().say(RunningDemo.person(name).email(), "assets", false);
        }
        RunningDemo.admin().say(RunningDemo.person("Anna").email(), "organisation-assets", false);
    }

    /** Who has something, in which language, with scripts or without. */
    enum Holder {
        ANNA("Anna", "p1", "pl-PL", true),
        ANNA_WITHOUT_SCRIPTS("Anna", "p1", "pl-PL", false),
        JAMES("James", "p3", "en-GB", true),
        JAMES_WITHOUT_SCRIPTS("James", "p3", "en-GB", false);

        final String name;
        final String id;
        final boolean scripts;
        private final String locale;

        Holder(String name, String id, String locale, boolean scripts) {
            this.name = name;
            this.id = id;
            this.locale = locale;
            this.scripts = scripts;
        }

        Visitor signedIn() {
            var visitor = scripts ? Visitor.speaking(locale) : Visitor.withoutJavaScript(locale);
            return visitor.signsIn(RunningDemo.person(name));
        }

        String says(String polishWords, String englishWords) {
            return locale.startsWith("pl") ? polishWords : englishWords;
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsHandedOutIsSeenReportedAndHandedOn(Holder holder) {
        var name = DeskSide.fresh("Tablet");
        var asset = desk.handsOut(name, holder.id);
        var code = desk.asset(asset).path("code").asString();
        try (var visitor = holder.signedIn()) {
            var page = visitor.page();
            SETTLED.until(
                    () -> {
                        visitor.opens("/a/" + code);
                        return page.locator("h1").textContent();
                    },
                    name::equals);
            assertThat(page.locator(".facts")).containsText("SN-" + code);
            assertThat(page.locator("a.chip").first()).hasText(java.util.regex.Pattern.compile("Instrukcja.*\\.txt.*"));

            page.click("a[href^='/tickets/new/plain']");
            assertThat(page.locator("[name=subject]")).hasValue("Problem: " + name);
            page.fill("[name=text]", holder.says("Nie włącza się.", "It does not start."));
            page.selectOption("[name=category]", new SelectOption().setIndex(1));
            visitor.sendsTicket();
            var ticket = desk.arrived(ARRIVED, "Problem: " + name);
            assertThat(ticket.path("margin").path("assetIds").path(0).asString())
                    .isEqualTo(asset);
            visitor.opens("/equipment/" + asset);
            assertThat(page.locator("main .rows").getByText("Problem: " + name)).isVisible();

            desk.handsOver(asset, "p2");
            SETTLED.until(
                    () -> {
                        visitor.opens("/equipment/" + asset);
                        return page.locator("main").textContent();
                    },
                    text -> text.contains(holder.says("Już tego nie masz", "You no longer have this")));
            assertThat(page.locator("h1")).hasText(name);
            assertThat(page.locator("main")).not().containsText("SN-" + code);
            assertThat(page.locator("main a[href*='/files/']")).hasCount(0);
            visitor.opens("/equipment?tab=returned");
            assertThat(page.locator("main .rows").getByText(name)).isVisible();
            visitor.opens("/a/" + code);
            assertThat(page.locator("h1"))
                    .hasText(holder.says("Nie znaleźliśmy tej strony", "We couldn’t find this page"));
            assertThat(visitor.complaints()).noneMatch(said -> !said.contains("404"));
        } finally {
            desk.takesOffTheBooks(asset);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatSomebodyDoesNotHaveIsSaidOnce(Holder holder) {
        var name = DeskSide.fresh("Torba");
        var asset = desk.handsOut(name, holder.id);
        try (var visitor = holder.signedIn()) {
            var page = visitor.page();
            SETTLED.until(
                    () -> {
                        visitor.opens("/equipment/" + asset);
                        return page.locator("h1").textContent();
                    },
                    name::equals);
            page.click("main a[href$='/correction']");
            page.fill("[name=text]", "Nigdy do mnie nie dotarła.");
            page.click("main form .submit button");
            ARRIVED.until(
                    () -> desk.ticketsSaying("Nigdy do mnie nie dotarła.").stream()
                            .filter(ticket -> ticket.path("subject").asString().contains(name))
                            .count(),
                    count -> count == 1);
            visitor.opens("/equipment/" + asset);
            assertThat(page.locator("main a[href$='/correction']")).hasCount(0);
            assertThat(visitor.saying(holder.says("Sprawdzamy, czy to masz.", "We’re checking whether you have this.")))
                    .isVisible();
        } finally {
            desk.takesOffTheBooks(asset);
        }
    }

    @Test
    void nothingOfItIsForWhoeverDoesNotHaveTheSwitch() {
        var james = RunningDemo.person("James");
        RunningDemo.admin().say(james.email(), "assets", false);
        try (var visitor = Visitor.speaking("en-GB")) {
            var page = visitor.signsIn(james).page();
            assertThat(page.locator("a[href^='/equipment']")).hasCount(0);
            for (var path : List.of("/equipment", "/equipment/d10", "/a/OR-004310")) {
                visitor.opens(path);
                assertThat(page.locator("h1")).hasText("We couldn’t find this page");
            }
        } finally {
            RunningDemo.admin().say(james.email(), "assets", true);
        }
    }

    @Test
    void picturesAreTaken() {
        for (var way : Map.of("pl", Holder.ANNA, "en", Holder.JAMES).entrySet()) {
            try (var visitor = way.getValue().signedIn()) {
                var own = way.getKey().equals("pl") ? "d1" : "d10";
                visitor.opens("/");
                Pictures.take(visitor, "equipment-home-" + way.getKey());
                visitor.opens("/equipment");
                Pictures.take(visitor, "equipment-" + way.getKey());
                visitor.opens("/equipment?tab=returned");
                Pictures.take(visitor, "equipment-returned-" + way.getKey());
                visitor.opens("/equipment/" + own);
                Pictures.take(visitor, "equipment-asset-" + way.getKey());
                visitor.opens("/tickets/new/plain?asset=" + own);
                Pictures.take(visitor, "equipment-report-" + way.getKey());
                visitor.opens("/equipment/" + own + "/correction");
                Pictures.take(visitor, "equipment-correction-" + way.getKey());
            }
        }
    }
}
