package org.clientportal.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.demo.Promise.ARRIVED;
import static org.clientportal.demo.Promise.LEARNT;
import static org.clientportal.demo.Promise.SHOWN;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Most visits end with a solution: looked for, read, judged; and nothing of it for whoever does not have it. */
class KnowledgeStoryIT {

    private static final Pattern ARTICLE = Pattern.compile(".*/knowledge/A-\\d+.*");

    private final DeskSide desk = new DeskSide();

    @BeforeAll
    static void wordsAreLearnt() {
        var asked = HttpRequest.newBuilder(URI.create(RunningDemo.portal() + "/search?q=pasword"))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            LEARNT.until(
                    () -> client.send(asked, BodyHandlers.ofString()).body(),
                    page -> page.contains("class=\"row hit\""));
        }
    }

    /** Who reads, in which language, with scripts or without. */
    enum Reader {
        ANNA("Anna", "pl-PL", true),
        ANNA_WITHOUT_SCRIPTS("Anna", "pl-PL", false),
        JAMES("James", "en-GB", true),
        JAMES_WITHOUT_SCRIPTS("James", "en-GB", false);

        final String name;
        final boolean polish;
        final boolean scripts;
        private final String locale;

        Reader(String name, String locale, boolean scripts) {
            this.name = name;
            this.locale = locale;
            this.polish = locale.startsWith("pl");
            this.scripts = scripts;
        }

        Visitor atTheDoor() {
            return scripts ? Visitor.speaking(locale) : Visitor.withoutJavaScript(locale);
        }

        Visitor signedIn(Visitor visitor) {
            return visitor.signsIn(RunningDemo.person(name));
        }

        String says(String polishWords, String englishWords) {
            return polish ? polishWords : englishWords;
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoeverHasItFindsReadsAndJudges(Reader reader) {
        try (var visitor = reader.atTheDoor()) {
            var page = reader.signedIn(visitor).page();
            assertThat(page.locator("main a[href='/knowledge']").first()).isVisible();
            assertThat(page.locator("main .rows a[href^='/knowledge/']").first())
                    .isVisible();
            if (reader.scripts) {
                findsAsTheyType(page, reader.says("zaciety pap", "printr"));
            } else {
                page.fill(".hero [name=q]", reader.says("zaciety papier", "printr not working"));
                page.click(".hero button[type=submit]");
                page.locator("main a[href^='/knowledge/']").first().click();
            }
            page.waitForURL(ARTICLE);

            visitor.opens("/knowledge");
            topic(visitor, reader.says("Drukowanie i skanowanie", "Printing and scanning"))
                    .click();
            assertThat(page.locator("h1")).hasText(reader.says("Drukowanie i skanowanie", "Printing and scanning"));
            page.locator(".rows a").first().click();
            page.waitForURL(ARTICLE);
            page.click("#verdict form:has([value=true]) button");
            assertThat(visitor.saying(reader.says(
                            "Dziękujemy. Przekazaliśmy to autorom.", "Thank you. We passed this on to the authors.")))
                    .isVisible();
            assertThat(visitor.saying(reader.says("Twoja odpowiedź: tak.", "Your answer: yes.")))
                    .isVisible();
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    /** With the keyboard alone, told of by the live region. */
    private static void findsAsTheyType(Page page, String words) {
        var field = page.locator(".hero [role=combobox]");
        field.pressSequentially(words);
        SHOWN.isVisible(page.locator(".hero [role=option]").first());
        assertThat(page.locator("#polite")).hasText(Pattern.compile("^[1-9].*(podpowied|suggestion).*"));
        assertThat(field).hasAttribute("aria-expanded", "true");
        field.press("Escape");
        assertThat(field).hasAttribute("aria-expanded", "false");
        assertThat(field).hasValue(words);
        field.press("ArrowDown");
        SHOWN.isVisible(page.locator(".hero [role=option]").first());
        field.press("ArrowDown");
        var first = page.locator(".hero [role=option]").first();
        assertThat(first).hasAttribute("aria-selected", "true");
        assertThat(field).hasAttribute("aria-activedescendant", first.getAttribute("id"));
        field.press("Enter");
    }

    @ParameterizedTest
    @EnumSource
    void whoeverLosesItFindsNothingOfItAnywhere(Reader reader) {
        var person = RunningDemo.person(reader.name);
        try (var visitor = reader.atTheDoor()) {
            var page = reader.signedIn(visitor).opens("/knowledge/A-1010").page();
            assertThat(page.locator("h1")).containsText("VPN");
            RunningDemo.admin().say(person.email(), "knowledge", false);
            for (var gone : new String[] {"/knowledge/A-1010", "/knowledge/A-1002", "/knowledge"}) {
                visitor.opens(gone);
                assertThat(page.locator("h1"))
                        .hasText(reader.says("Nie znaleźliśmy tej strony", "We couldn’t find this page"));
            }
            visitor.opens("/");
            assertThat(page.locator("a[href^='/knowledge']")).hasCount(0);
            visitor.opens("/search?q=VPN");
            assertThat(page.locator("a[href^='/knowledge']")).hasCount(0);
            visitor.opens("/tickets/new?read=A-1010");
            assertThat(page.locator("[data-solutions], [name=read]")).hasCount(0);
        } finally {
            RunningDemo.admin().say(person.email(), "knowledge", true);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoeverHasNotSignedInReadsWhatIsOpenToAll(Reader reader) {
        try (var visitor = reader.atTheDoor()) {
            var page = visitor.opens("/knowledge").page();
            page.fill("main [name=q]", reader.says("haslo", "pasword"));
            page.click("main .search button");
            page.locator("main .hit a").first().click();
            page.waitForURL(ARTICLE);
            assertThat(page.locator("header nav, #verdict, a[href='/tickets/new']"))
                    .hasCount(0);

            visitor.opens("/knowledge/A-1010");
            assertThat(page.locator("h1"))
                    .hasText(reader.says("Nie znaleźliśmy tej strony", "We couldn’t find this page"));
            page.click("main a[href^='/sign-in']");
            var person = RunningDemo.person(reader.name);
            visitor.fillsIn(person.email(), person.password());
            assertThat(page.locator("h1")).containsText("VPN");
            assertThat(page.locator("#verdict")).isVisible();
        }
    }

    @Test
    void whatDidNotHelpIsToldToItsAuthorsAndNamedInTheTicket() {
        try (var anna = Visitor.speaking("pl-PL")) {
            var page = anna.signsIn(RunningDemo.person("Anna"))
                    .opens("/knowledge/A-1092")
                    .page();
            page.click("#verdict-no");
            page.fill("#f-reason", "Brakuje zdjęcia tylnej klapy.");
            page.click("#verdict .form button[type=submit]");
            assertThat(anna.saying("Twoja odpowiedź: nie.")).isVisible();
            ARRIVED.until(
                    () -> desk.verdicts("A-1092").toString(), told -> told.contains("Brakuje zdjęcia tylnej klapy."));

            page.click("#verdict-ticket");
            page.click("main a[href^='/tickets/new/plain']");
            var subject = DeskSide.fresh("Dziwna wiadomość");
            page.fill("[name=subject]", subject);
            page.fill("[name=text]", "Nie wiem, czy to prawda.");
            page.selectOption("[name=category]", new com.microsoft.playwright.options.SelectOption().setIndex(1));
            anna.sendsTicket();
            var id = desk.arrived(ARRIVED, subject).path("id").asString();
            assertThat(desk.entries(id).getFirst().path("text").asString())
                    .contains("Nie wiem, czy to prawda.", "Podejrzana wiadomość", "/knowledge/A-1092");
            assertThat(anna.complaints()).isEmpty();
        }
    }

    @Test
    void aSolutionBesideATicketMakesItNeedless() {
        try (var anna = Visitor.speaking("pl-PL")) {
            var page = anna.signsIn(RunningDemo.person("Anna"))
                    .opens("/tickets/new/plain")
                    .page();
            page.locator("[name=subject]").pressSequentially("VPN się rozłącza w domu");
            var solution = page.locator(".solutions a").first();
            SHOWN.isVisible(solution);
            assertThat(page.locator("[name=subject]")).isFocused();
            var other = page.context().waitForPage(solution::click);
            assertThat(other.locator("h1")).containsText("VPN");
            other.locator("button", new Page.LocatorOptions().setHasText("Tak, działa"))
                    .click();
            assertThat(other.locator("#flash")).containsText("Zgłoszenia nie trzeba wysyłać");
            assertThat(page.locator("[name=subject]")).hasValue("VPN się rozłącza w domu");
        }
    }

    private static Locator topic(Visitor visitor, String name) {
        return visitor.page().locator(".topics a", new Page.LocatorOptions().setHasText(name));
    }
}
