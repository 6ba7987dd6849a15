package org.clientportal.portal.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What agents' editors leave behind becomes an article one can read. */
class ArticleHtmlTests {

    private static final UUID PICTURE = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private static String html(String written) {
        return of(written).html();
    }

    private static ArticleHtml of(String written) {
        return ArticleHtml.of(written, "pl", Map.of("okno.png", PICTURE), "/knowledge/A-1");
    }

    @Test
    void headingsBeginBelowThePagesOwnAndLeaveNoLevelOut() {
        assertThat(html("<h1>Zanim zaczniesz</h1><h3>Łącze</h3><h1>Kroki</h1><h5><b>Kroki</b></h5>"))
                .isEqualTo("<h2 id=\"s-zanim-zaczniesz\">Zanim zaczniesz</h2><h3 id=\"s-lacze\">Łącze</h3>"
                        + "<h2 id=\"s-kroki\">Kroki</h2><h3 id=\"s-kroki-2\">Kroki</h3>");
    }

    @Test
    void theContentsAreTheHeadingsOfTheFirstLevel() {
        assertThat(of("<h1>Zanim zaczniesz</h1><h3>Łącze</h3><h1>Kroki</h1>").contents())
                .containsExactly(
                        new ArticleHtml.Heading("s-zanim-zaczniesz", "Zanim zaczniesz"),
                        new ArticleHtml.Heading("s-kroki", "Kroki"));
    }

    @Test
    void theDirtOfEditorsGoes() {
        assertThat(html("<div class=\"MsoNormal\" style=\"color:red\"><font size=\"7\"><span style=\"x\">Kliknij"
                        + " <b>OK</b>.</span></font></div><p>&nbsp;</p><p><br></p><div><p>Gotowe.</p></div>"))
                .isEqualTo("<p>Kliknij <b>OK</b>.</p><p>Gotowe.</p>");
    }

    @Test
    void onlyTheArticlesOwnPicturesAreShownAndTheyOpen() {
        var article = of(
                "<p><img src=\"file:okno.png\" alt=\"Okno logowania\"><img src=\"https://evil.example/x.png\" alt=\"obce\">"
                        + "<img src=\"file:inny.png\" onerror=\"alert(1)\"></p>");
        assertThat(article.html())
                .contains("<a class=\"picture\" href=\"/knowledge/A-1/files/" + PICTURE + "\">")
                .contains("alt=\"Okno logowania\"")
                .contains("obce")
                .doesNotContain("evil.example", "file:", "onerror");
    }

    @Test
    void anAddressThatIsReadAnywayIsNotPrintedTwice() {
        assertThat(html("<p><a href=\"https://konto.oriale.example/haslo\">konto.oriale.example/haslo</a>"
                        + " <a href=\"https://konto.oriale.example/\">strona konta</a></p>"))
                .contains("class=\"bare\"")
                .containsOnlyOnce("class=");
    }

    @Test
    void linksLeadToOtherArticlesAndNowhereDangerous() {
        assertThat(html("<p><a href=\"article:A-2\">dalej</a> <a href=\"javascript:alert(1)\">x</a>"
                        + " <a href=\"file:///etc/passwd\">y</a></p>"))
                .contains("<a href=\"/knowledge/A-2\">dalej</a>")
                .doesNotContain("javascript", "passwd");
    }

    @Test
    void wideTablesScrollAndCanBeReachedByKeyboard() {
        assertThat(html("<table><tr><td>a</td></tr></table>"))
                .startsWith("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Tabela\"><table>");
    }

    @Test
    void scriptsAndFormsNeverArrive() {
        assertThat(html(
                        "<script>alert(1)</script><form action=\"/x\"><input name=\"p\"></form><iframe src=\"/x\"></iframe>"
                                + "<svg onload=\"alert(1)\"></svg><p onclick=\"x()\">tekst</p>"))
                .isEqualTo("<p>tekst</p>");
    }

    @Test
    void thePlainTextKeepsWordsOfDifferentBlocksApart() {
        assertThat(of("<h2>Kroki</h2><ol><li>Wejdź.</li><li>Kliknij.</li></ol>").text())
                .isEqualTo("Kroki\nWejdź.\nKliknij.");
    }
}
