package org.clientportal.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.clientportal.portal.knowledge.SolutionsPage;
import org.clientportal.portal.requests.ColleaguesPage;
import org.clientportal.portal.search.SuggestionsPage;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page, in every state, in both languages. */
class TemplatesTests {

    private static final String ATTACK = "<script>alert(1)</script>\"' onmouseover=x \u202e{0}${1}";
    private static final SamplePages.Said HOSTILE =
            new SamplePages.Said(ATTACK, ATTACK, ATTACK, ATTACK, ATTACK + ".png", ATTACK);

    private final Templates templates = new Templates();

    @ParameterizedTest
    @ValueSource(strings = {"pl", "en"})
    void everyPageIsDrawnInEveryState(String language) throws IOException {
        for (var page :
                new SamplePages(language, SamplePages.FRIENDLY, "#0b5563").all().entrySet()) {
            var html = draw(page.getValue());
            if (page.getValue() instanceof SuggestionsPage
                    || page.getValue() instanceof SolutionsPage
                    || page.getValue() instanceof ColleaguesPage) {
                continue;
            }
            keep(language + "-" + page.getKey(), html);
            var document = Jsoup.parse(html);
            assertThat(document.select("h1")).as(page.getKey()).hasSize(1);
            assertThat(document.select("html").attr("lang")).isEqualTo(language);
            assertThat(document.select(".contact"))
                    .as(page.getKey() + " shows the service desk's card")
                    .isNotEmpty();
            assertThat(document.select("[style], style, script:not([src])"))
                    .as(page.getKey())
                    .isEmpty();
            assertThat(document.select("use").eachAttr("href"))
                    .as(page.getKey() + " carries its icons")
                    .allSatisfy(
                            href -> assertThat(document.select("symbol" + href)).isNotEmpty());
            assertThat(document.select("[id]").eachAttr("id")).as(page.getKey()).doesNotHaveDuplicates();
            assertThat(html.length()).as(page.getKey()).isLessThan(60_000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pl", "en"})
    void nothingThatPeopleWriteComesOutRaw(String language) {
        for (var page : new SamplePages(language, HOSTILE, "#0b5563").all().entrySet()) {
            var html = draw(page.getValue());
            var document = Jsoup.parse(html);
            assertThat(html).as(page.getKey()).doesNotContain("<script>alert");
            assertThat(document.select("[onmouseover]")).as(page.getKey()).isEmpty();
            assertThat(document.select("script").not("[src^=/assets/]"))
                    .as(page.getKey())
                    .isEmpty();
        }
    }

    @Test
    void aFormKeepsWhatWasTyped() {
        var page = new SamplePages("pl", HOSTILE, "#0b5563").all().get("new-wrong");
        var document = Jsoup.parse(draw(page));
        assertThat(document.select("input[name=subject]").attr("value")).isEqualTo(ATTACK);
        assertThat(document.select("textarea[name=text]").text()).contains("<script>alert(1)</script>");
        assertThat(document.select(".summary a").eachAttr("href"))
                .allSatisfy(href -> assertThat(document.select(href)).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pl", "en"})
    void everyMailHasATwinInPlainText(String language) throws IOException {
        for (var mail : new SamplePages(language, SamplePages.FRIENDLY, "#0b5563")
                .mails()
                .entrySet()) {
            var html = templates.draw(mail.getValue().template() + ".ftlh", mail.getValue());
            var text = templates.draw(mail.getValue().template() + ".ftl", mail.getValue());
            keep("mail-" + language + "-" + mail.getKey(), html);
            var document = Jsoup.parse(html);
            var links = document.select("a").eachAttr("href");
            assertThat(links)
                    .as(mail.getKey())
                    .isNotEmpty()
                    .allSatisfy(link -> assertThat(text).contains(link));
            assertThat(html.length()).as(mail.getKey()).isLessThan(30_000);
            assertThat(text).as(mail.getKey()).doesNotContain("<").contains("+48 22 555 01 18");
            assertThat(mail.getValue().subjectLine())
                    .isNotBlank()
                    .doesNotContain("{")
                    .doesNotContain("mail.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pl", "en"})
    void noMailCarriesForeignMarkup(String language) {
        for (var mail : new SamplePages(language, HOSTILE, "#0b5563").mails().values()) {
            var document = Jsoup.parse(templates.draw(mail.template() + ".ftlh", mail));
            assertThat(document.select("script, [onmouseover]")).isEmpty();
            assertThat(mail.subjectLine()).doesNotContain("\n").doesNotContain("\r");
        }
    }

    private String draw(Page page) {
        return templates.draw(page.template() + ".ftlh", page);
    }

    /** For a look by eye: {@code target/pages}, with the addresses made relative. */
    private static void keep(String name, String html) throws IOException {
        var folder = Path.of("target", "pages");
        Files.createDirectories(folder);
        var still = html.replaceAll("/assets/[0-9a-f]+/", "static/").replaceAll("/brand/[0-9a-f]+\\.css", "brand.css");
        Files.writeString(folder.resolve(name + ".html"), still);
        Files.writeString(
                folder.resolve("brand.css"),
                SamplePages.brands("#0b5563").sheet().css());
        for (var file : Map.of("portal.css", 0, "portal.js", 0, "search.js", 0, "portal-sans.woff2", 0, "icon.svg", 0)
                .keySet()) {
            Files.createDirectories(folder.resolve("static"));
            Files.write(folder.resolve("static").resolve(file), Assets.read(file));
        }
    }
}
