package org.clientportal.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.demo.Promise.SETTLED;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import org.clientportal.itsm.Audience;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A document is published, looked through, downloaded, replaced by a newer version and taken back; it is nobody else's. */
class DocumentStoryIT {

    private final DeskSide desk = new DeskSide();

    @BeforeAll
    static void documentsAreShown() {
        for (var name : List.of("Anna", "James")) {
            RunningDemo.admin().say(RunningDemo.person(name).email(), "documents", true);
        }
    }

    /** Other stories do not know of them. */
    @AfterAll
    static void documentsAreShownNoMore() {
        for (var name : List.of("Anna", "James")) {
            RunningDemo.admin().say(RunningDemo.person(name).email(), "documents", false);
        }
    }

    /** For whom it is, in which language, with scripts or without. */
    enum Reader {
        ANNA("Anna", "p1", "pl-PL", true),
        ANNA_WITHOUT_SCRIPTS("Anna", "p1", "pl-PL", false),
        JAMES("James", "p3", "en-GB", true),
        JAMES_WITHOUT_SCRIPTS("James", "p3", "en-GB", false);

        final String name;
        final String id;
        private final String locale;
        private final boolean scripts;

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

    private static void until(Visitor visitor, String path, String what, String wanted) {
        SETTLED.until(
                () -> {
                    visitor.opens(path);
                    return visitor.page().locator(what).allTextContents().toString();
                },
                text -> text.contains(wanted));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsPublishedIsReadDownloadedRenewedAndTakenBack(Reader reader) {
        var title = DeskSide.fresh("Regulamin");
        var document = desk.publishes(title, new Audience(false, false, List.of(), List.of(), List.of(reader.id)));
        desk.putsOnTop(document, "Zażółć – v1.pdf", "application/pdf", desk.fileOf("c3"), "");
        try (var visitor = reader.signedIn()) {
            var page = visitor.page();
            until(visitor, "/", "main .fresh", title);
            page.getByText(title).first().click();
            assertThat(page.locator("h1")).hasText(title);
            until(visitor, "/documents/" + document, ".paper", reader.says("Podgląd", "Preview"));
            SETTLED.until(
                    () -> {
                        visitor.opens("/documents/" + document);
                        return page.locator(".paper img").count();
                    },
                    count -> count == 1);
            var picture = page.locator(".paper img");
            picture.scrollIntoViewIfNeeded();
            assertThat(picture).isVisible();
            SETTLED.until(() -> (Boolean) picture.evaluate("image => image.naturalWidth > 500"), drawn -> drawn);
            var download = page.waitForDownload(
                    () -> page.locator("main a[download]").first().click());
            assertThat(download.suggestedFilename()).isEqualTo("Zażółć – v1.pdf");

            desk.putsOnTop(document, "v2.png", "image/png", desk.fileOf("c5"), "Nowy obrazek.");
            until(visitor, "/documents/" + document, ".head .meta", reader.says("Wersja 2", "Version 2"));
            assertThat(page.locator("main")).containsText("Nowy obrazek.");
            page.locator(".versions a").first().click();
            assertThat(page.locator("main")).containsText(reader.says("To jest wersja 1", "This is version 1"));
            page.getByText(reader.says("Zobacz najnowszą", "See the newest")).click();
            assertThat(page.locator(".head .meta")).containsText(reader.says("Wersja 2", "Version 2"));

            desk.takesDocumentBack(document);
            until(
                    visitor,
                    "/documents/" + document,
                    "h1",
                    reader.says("Nie znaleźliśmy tej strony", "We couldn’t find this page"));
            assertThat(visitor.complaints()).noneMatch(said -> !said.contains("404"));
        } finally {
            desk.takesDocumentBack(document);
        }
    }

    @Test
    void theListIsNarrowedByKindAndYearAndNothingIsForOthers() {
        try (var visitor = Visitor.speaking("pl-PL")) {
            var page = visitor.signsIn(RunningDemo.person("Anna")).page();
            until(visitor, "/documents", "main", "Umowa o pracę");
            assertThat(page.locator("main .rows")).containsText("Plan ewakuacji, Gdańsk");
            assertThat(page.locator("main .rows")).not().containsText("Skierowanie na badania");
            assertThat(page.locator("main .rows")).not().containsText("Employment contract");
            page.locator(".narrow-by a", new com.microsoft.playwright.Page.LocatorOptions().setHasText("Umowa"))
                    .click();
            assertThat(page.locator("main .rows > li")).hasCount(1);
            assertThat(page.locator(".narrow-by a[aria-current]")).hasCount(2);
            visitor.opens("/search?q=ewakuacja");
            assertThat(page.locator("main")).containsText("Plan ewakuacji, Gdańsk");
            visitor.opens("/documents/c7");
            assertThat(page.locator("h1")).hasText("Nie znaleźliśmy tej strony");
        }
    }

    @Test
    void picturesAreTaken() {
        for (var way : Map.of("pl", Reader.ANNA, "en", Reader.JAMES).entrySet()) {
            try (var visitor = way.getValue().signedIn()) {
                var own = way.getKey().equals("pl") ? "c1" : "c7";
                SETTLED.until(
                        () -> {
                            visitor.opens("/documents/" + own);
                            return visitor.page().locator(".paper img").count();
                        },
                        count -> count > 0);
                Locator picture = visitor.page().locator(".paper img").first();
                picture.scrollIntoViewIfNeeded();
                Pictures.take(visitor, "documents-document-" + way.getKey());
                visitor.opens("/documents/" + own + "/versions/1");
                Pictures.take(visitor, "documents-earlier-" + way.getKey());
                visitor.opens("/documents");
                Pictures.take(visitor, "documents-" + way.getKey());
                visitor.opens("/");
                Pictures.take(visitor, "documents-home-" + way.getKey());
            }
        }
    }
}
