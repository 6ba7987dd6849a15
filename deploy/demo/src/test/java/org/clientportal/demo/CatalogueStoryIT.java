package org.clientportal.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.demo.Promise.ARRIVED;
import static org.clientportal.demo.Promise.SHOWN;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What people ask for by a form, from the choice to the desk: Anna by keyboard, James without scripts, Zofia of another firm. */
class CatalogueStoryIT {

    private final DeskSide desk = new DeskSide();

    @Test
    void annaOrdersALaptopForAColleagueByKeyboardAlone() {
        var reason = DeskSide.fresh("Kompilacja trwa godzinę, modele się nie mieszczą");
        try (var anna = Visitor.speaking("pl-PL")) {
            var page = anna.signsIn(RunningDemo.person("Anna")).page();
            page.locator("header a[href='/tickets/new']").press("Enter");
            assertThat(page.locator("h1")).hasText("Czego dotyczy zgłoszenie?");
            assertThat(page.locator("main a[href='/tickets/new/plain']")).isVisible();

            page.locator("#q").pressSequentially("laptop");
            assertThat(page.locator("[data-group] .kind:visible a").first()).hasText("Nowy laptop");
            assertThat(page.locator("[data-group] .kind:visible")).hasCount(1);
            page.locator(".kind:visible a").press("Enter");
            assertThat(page.locator("h1")).hasText("Nowy laptop");

            assertThat(question(page, "person")).isHidden();
            page.locator("#f-q-for-whom").focus();
            page.keyboard().press("ArrowDown");
            assertThat(question(page, "person")).isVisible();
            page.locator("#f-q-person").pressSequentially("now mar");
            assertThat(page.locator(".combo [role=option]")).hasText("Marek NowakOriale Warszawa");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            assertThat(page.locator("#f-q-person")).hasValue("Marek Nowak <marek.nowak@oriale.example>");

            assertThat(question(page, "reason")).isHidden();
            page.locator("#f-q-model").focus();
            page.keyboard().press("ArrowUp");
            assertThat(question(page, "reason")).isVisible();
            page.locator("#f-q-cost-centre").fill("it1042");
            page.locator("main form.form .submit button").press("Enter");

            assertThat(page).hasTitle(java.util.regex.Pattern.compile("^Błąd: Nowy laptop.*"));
            assertThat(page.locator("#problems")).isFocused();
            assertThat(page.locator("#problems li")).hasText(new String[] {
                "Napisz w dwóch zdaniach, do czego jest potrzebny.", "Wpisz centrum kosztów tak jak IT-1042."
            });
            page.locator("#problems a").first().press("Enter");
            assertThat(page.locator("#f-q-reason")).isFocused();
            page.keyboard().type(reason);
            page.locator("#f-q-cost-centre").fill("IT-1042");
            page.locator("main form.form .submit button").press("Enter");

            assertThat(page.locator("h1")).hasText("Nowy laptop: Mocny, do programowania i grafiki");
            var ticket = theOneSaying(reason);
            assertThat(ticket.path("categoryId").asString()).isEqualTo("hardware");
            assertThat(ticket.path("fields").path("device-model").get(0).asString())
                    .isEqualTo("POWER-16");
            assertThat(ticket.path("fields").path("cost-centre").get(0).asString())
                    .isEqualTo("IT-1042");
            assertThat(ticket.path("fields").path("request-type").get(0).asString())
                    .isEqualTo("new laptop");
            assertThat(ticket.path("entries").get(0).path("text").asString())
                    .contains(
                            "Dla kogo dokładnie: Marek Nowak <marek.nowak@oriale.example>",
                            "Formularz: Nowy laptop, wersja 1");
            assertThat(anna.complaints()).isEmpty();
        }
    }

    @Test
    void jamesReportsADamageInEnglishWithoutScripts() {
        var details = DeskSide.fresh("Coffee over the keyboard");
        try (var james = Visitor.withoutJavaScript()) {
            var page = james.signsIn(RunningDemo.person("James"))
                    .opens("/tickets/new?q=spil")
                    .page();
            page.locator(".kind a", new Page.LocatorOptions().setHasText("Damaged equipment"))
                    .click();
            assertThat(page.locator("h1")).hasText("Damaged equipment");
            // every question is there, and says when it counts
            assertThat(question(page, "police")).containsText("Only when “What happened” is: Theft or loss.");
            page.fill("#f-q-what", "Laptop INV-2207");
            page.locator("label.answer", new Page.LocatorOptions().setHasText("Liquid"))
                    .click();
            james.attaches(new FilePayload("keys.txt", "text/plain", "wet".getBytes(StandardCharsets.UTF_8)));
            page.click("main form.form .submit button");
            assertThat(page.locator("#problems li")).hasText("Fill in this field.");
            assertThat(james.saying("keys.txt")).isVisible();
            page.fill("#f-q-details", details);
            page.click("main form.form .submit button");

            assertThat(page.locator("h1")).hasText("Uszkodzony sprzęt: Laptop INV-2207");
            var ticket = theOneSaying(details);
            assertThat(ticket.path("entries").get(0).path("files")).hasSize(1);
            // the desk reads Polish
            assertThat(ticket.path("entries").get(0).path("text").asString()).contains("Co się stało: Zalanie");
        }
    }

    @Test
    void zofiaOfAnotherFirmFindsNobodyOfOriale() {
        try (var zofia = Visitor.speaking("pl-PL")) {
            var page = zofia.signsIn(RunningDemo.person("Zofia"))
                    .opens("/tickets/new/leaver")
                    .page();
            page.locator("#f-q-person").pressSequentially("Pawe");
            assertThat(page.locator(".combo [role=option]").first()).containsText("Paweł Krawczyk");
            page.locator("#f-q-person").fill("marek.nowak@oriale.example");
            page.fill("#f-q-last-day", "2999-12-31");
            page.locator("label.answer", new Page.LocatorOptions().setHasText("Zamknąć"))
                    .click();
            page.click("main form.form .submit button");
            assertThat(page.locator("#f-q-person-wrong")).containsText("Nie znajdujemy osoby");
        }
    }

    @Test
    void whatIsHalfTypedIsThereAgainAndSolutionsStandBesideIt() {
        try (var anna = Visitor.speaking("pl-PL")) {
            var page = anna.signsIn(RunningDemo.person("Anna"))
                    .opens("/tickets/new/vpn")
                    .page();
            page.locator("label.answer", new Page.LocatorOptions().setHasText("Rozłącza się"))
                    .click();
            page.locator("#f-q-details").pressSequentially("Rozłącza się co pięć minut w domu");
            SHOWN.isVisible(page.locator(".solutions a").first());
            anna.opens("/tickets").opens("/tickets/new/vpn");
            assertThat(page.locator("#f-q-details")).hasValue("Rozłącza się co pięć minut w domu");
            assertThat(page.locator("input[name=q-what][value=drops]")).isChecked();
            assertThat(question(page, "since")).isVisible();
            page.locator("main form.form .hint .link").click();
            assertThat(page.locator("#f-q-details")).hasValue("");
            assertThat(page.locator("input[name=q-what]:checked")).hasCount(0);
            assertThat(question(page, "since")).isHidden();
        }
    }

    @Test
    void aFormIsFoundBySearch() {
        try (var anna = Visitor.speaking("pl-PL")) {
            var page = anna.signsIn(RunningDemo.person("Anna")).page();
            page.locator(".hero [name=q]").pressSequentially("drukarka");
            var form = page.locator("[role=option][href='/tickets/new/printer']");
            SHOWN.isVisible(form);
            assertThat(form).containsText("formularz");
            form.click();
            assertThat(page.locator("h1")).hasText("Drukarka lub skaner");
        }
    }

    private static Locator question(Page page, String id) {
        return page.locator("[data-question=q-" + id + "]");
    }

    private tools.jackson.databind.JsonNode theOneSaying(String words) {
        var found = ARRIVED.until(() -> desk.ticketsSaying(words), tickets -> !tickets.isEmpty());
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
