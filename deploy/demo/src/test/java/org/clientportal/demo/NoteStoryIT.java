package org.clientportal.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.demo.Promise.ARRIVED;
import static org.clientportal.demo.Promise.SETTLED;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Support writes a note for somebody, sees that it is read, changes it, sees that again, and withdraws it. */
class NoteStoryIT {

    private final DeskSide desk = new DeskSide();

    @BeforeAll
    static void notesAreShown() {
        for (var name : List.of("Anna", "James", "Marek")) {
            RunningDemo.admin().say(RunningDemo.person(name).email(), "notes", true);
        }
    }

    /** Other stories do not know of them. */
    @AfterAll
    static void nobodyHasNotesAnyMore() {
        for (var name : List.of("Anna", "James", "Marek")) {
            RunningDemo.admin().say(RunningDemo.person(name).email(), "notes", false);
        }
    }

    /** Who reads, in which language, with scripts or without. */
    enum Reader {
        ANNA("Anna", "p1", "pl-PL", true),
        ANNA_WITHOUT_SCRIPTS("Anna", "p1", "pl-PL", false),
        JAMES("James", "p3", "en-GB", true),
        JAMES_WITHOUT_SCRIPTS("James", "p3", "en-GB", false);

        final String name;
        final String id;
        private final boolean scripts;
        private final String locale;

        Reader(String name, String id, String locale, boolean scripts) {
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
    void aNoteIsReadAndSupportSeesIt(Reader reader) {
        var title = DeskSide.fresh("Segregator");
        var note = desk.writesNote(title, reader.id, "<p>Kabel do <strong>lewego</strong> gniazda.</p>");
        try (var visitor = reader.signedIn()) {
            var page = visitor.page();
            SETTLED.until(
                    () -> {
                        visitor.opens("/");
                        return page.locator("main").textContent();
                    },
                    text -> text.contains(title));
            visitor.opens("/notes");
            assertThat(page.locator("main .row.unread").getByText(title)).isVisible();
            assertThat(desk.marks(note)).isEmpty();

            page.locator("main").getByText(title).first().click();

            assertThat(page.locator("h1")).hasText(title);
            assertThat(page.locator("main article strong")).hasText("lewego");
            assertThat(page.locator("main"))
                    .containsText(reader.says("Przeczytana (my też to widzimy)", "We can see that you’ve read this"));
            assertThat(ARRIVED.until(() -> desk.marks(note), marks -> !marks.isEmpty()))
                    .singleElement()
                    .satisfies(mark -> {
                        assertThat(mark.path("name").asString()).startsWith(reader.name + " ");
                        assertThat(mark.path("edition").asLong()).isEqualTo(1);
                    });
            visitor.opens("/");
            assertThat(page.locator("main")).not().containsText(title);

            desk.rewritesNote(note, "<p>Kabel do <strong>prawego</strong> gniazda.</p>");

            SETTLED.until(
                    () -> {
                        visitor.opens("/notes");
                        return page.locator("main .row.unread")
                                .allTextContents()
                                .toString();
                    },
                    text -> text.contains(title) && text.contains(reader.says("Zmieniona", "Changed")));
            visitor.opens("/notes/" + note);
            assertThat(page.locator("main .notice"))
                    .containsText(reader.says("zmieniła się od ostatniego razu", "This has changed since you read it"));
            assertThat(page.locator("main article strong")).hasText("prawego");
            ARRIVED.until(() -> desk.marks(note).size(), count -> count == 2);
            visitor.opens("/notes/" + note);
            assertThat(page.locator("main .notice")).hasCount(0);

            desk.withdrawsNote(note);

            SETTLED.until(
                    () -> {
                        visitor.opens("/notes/" + note);
                        return page.locator("h1").textContent();
                    },
                    reader.says("Nie znaleźliśmy tej strony", "We couldn’t find this page")::equals);
            visitor.opens("/notes");
            assertThat(page.locator("main")).not().containsText(title);
            assertThat(desk.marks(note)).hasSize(2);
            assertThat(visitor.complaints()).noneMatch(said -> !said.contains("404"));
        }
    }

    @Test
    void nothingOfItIsForAnybodyElseNorWithoutTheSwitch() {
        var title = DeskSide.fresh("Tylko dla Anny");
        var note = desk.writesNote(title, "p1", "<p>Sekret</p>");
        try (var anna = Visitor.speaking("pl-PL")) {
            anna.signsIn(RunningDemo.person("Anna"));
            SETTLED.until(
                    () -> {
                        anna.opens("/notes");
                        return anna.page().locator("main").textContent();
                    },
                    text -> text.contains(title));
        }
        try (var marek = Visitor.speaking("pl-PL")) {
            var page = marek.signsIn(RunningDemo.person("Marek")).page();
            for (var path : List.of("/", "/notes", "/search?q=sekret")) {
                marek.opens(path);
                assertThat(page.locator("body")).not().containsText(title);
            }
            marek.opens("/notes/" + note);
            assertThat(page.locator("h1")).hasText("Nie znaleźliśmy tej strony");
        }
        assertThat(desk.marks(note)).isEmpty();
        var anna = RunningDemo.person("Anna");
        RunningDemo.admin().say(anna.email(), "notes", false);
        try (var visitor = Visitor.speaking("pl-PL")) {
            var page = visitor.signsIn(anna).page();
            assertThat(page.locator("a[href^='/notes']")).hasCount(0);
            visitor.opens("/notes/" + note);
            assertThat(page.locator("h1")).hasText("Nie znaleźliśmy tej strony");
        } finally {
            RunningDemo.admin().say(anna.email(), "notes", true);
            desk.withdrawsNote(note);
        }
    }

    @Test
    void picturesAreTaken() {
        for (var way : Map.of("pl", Reader.ANNA, "en", Reader.JAMES).entrySet()) {
            var reader = way.getValue();
            var title = reader.says("Nowy telefon: co jest już ustawione", "Your new phone: what is already set up");
            var note = desk.writesNote(
                    title,
                    reader.id,
                    reader.says(
                            "<p>Dzień dobry,</p><p>telefon czeka w recepcji. Ustawiliśmy już:</p><ul><li>pocztę i kalendarz,</li><li><strong>VPN</strong>, który łączy się sam.</li></ul><p>Kod blokady wybiera się przy pierwszym włączeniu.</p>",
                            "<p>Hello,</p><p>your phone is at the front desk. We have already set up:</p><ul><li>mail and calendar,</li><li>the <strong>VPN</strong>, which connects by itself.</li></ul><p>You choose the lock code when you first turn it on.</p>"));
            desk.attachesToNote(note, "Pierwsze kroki z telefonem.pdf");
            try (var visitor = reader.signedIn()) {
                SETTLED.until(
                        () -> {
                            visitor.opens("/");
                            return visitor.page().locator("main").textContent();
                        },
                        text -> text.contains(title));
                Pictures.take(visitor, "notes-home-" + way.getKey());
                visitor.opens("/notes");
                Pictures.take(visitor, "notes-" + way.getKey());
                visitor.opens("/notes/" + note);
                Pictures.take(visitor, "note-" + way.getKey());
                desk.rewritesNote(note, reader.says("<p>Telefon czeka u nas w pokoju 12.</p>", "<p>Room 12.</p>"));
                SETTLED.until(
                        () -> {
                            visitor.opens("/notes");
                            return visitor.page().locator("main").textContent();
                        },
                        text -> text.contains(reader.says("Zmieniona", "Changed")));
                visitor.opens("/notes/" + note);
                Pictures.take(visitor, "note-changed-" + way.getKey());
            } finally {
                desk.withdrawsNote(note);
            }
        }
    }
}
