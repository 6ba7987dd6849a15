package org.clientportal.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clientportal.mail.QuotedText.Part;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a conversation's entry is a quote, plain and as HTML, with nothing lost. */
class QuotedTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> pierwsza\n> druga",
                "W dniu 12.02.2024 o 10:11, Anna Nowak pisze:\n> pierwsza\n>\n> druga",
                "Dnia 12 lutego 2024 10:11 Anna Nowak <anna@oriale.example> napisał(a):\n\n> pierwsza",
                "pon., 12 lut 2024 o 10:11 Anna Nowak <anna@oriale.example>\nnapisał(a):\n\n> pierwsza",
                "On Mon, Feb 12, 2024 at 10:11 AM Anna Nowak wrote:\n\n> first\n> second",
                "-----Wiadomość oryginalna-----\nOd: Anna\nWysłano: 12 lutego\nTemat: VPN\n\npierwsza",
                "________________________________\nFrom: Anna\nSent: Monday\nTo: Support\nSubject: VPN\n\nfirst"
            })
    void anEarlierMailBelowIsAQuoteWithTheLineThatIntroducesIt(String quote) {
        assertThat(QuotedText.of("Już działa.\n\n" + quote).parts())
                .containsExactly(new Part("Już działa.", false), new Part(quote, true));
    }

    @Test
    void answersBetweenQuotesAreSaid() {
        assertThat(QuotedText.of("> Jaki system?\nWindows 11\n\n> Od kiedy?\n\nOd wczoraj")
                        .parts())
                .containsExactly(
                        new Part("> Jaki system?", true),
                        new Part("Windows 11", false),
                        new Part("> Od kiedy?", true),
                        new Part("Od wczoraj", false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zwykły tekst.\n\nI drugi akapit.",
                "> sam cytat",
                "Przekazuję:\n\n---------- Forwarded message ----------\nFrom: Anna\nDate: Monday\nSubject: VPN\n\ntreść",
                "Od: poniedziałku nie działa.",
                "Proszę o:\n- klucz\n- kartę",
                "a -> b, c => d i x > y"
            })
    void inDoubtEverythingIsSaid(String text) {
        assertThat(QuotedText.of(text).parts()).containsExactly(new Part(text, false));
    }

    private static final String OUTLOOK =
            "<div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p><b>Od:</b> Anna<br><b>Wysłano:</b>"
                    + " poniedziałek<br><b>Do:</b> Pomoc<br><b>Temat:</b> VPN</p></div>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class=\"gmail_quote\"><div class=\"gmail_attr\">pon., 12 lut 2024 o 10:11 Anna napisał(a):</div><blockquote"
                        + " class=\"gmail_quote\">Stare</blockquote></div>",
                "<div>W dniu 12 lut 2024, o godz. 10:11, Anna napisał(a):</div><br><blockquote type=\"cite\">Stare</blockquote>",
                "<div class=\"moz-cite-prefix\">W dniu 12.02.2024 o 10:11, Anna pisze:</div><blockquote type=\"cite\"><p>Stare</p></blockquote>",
                OUTLOOK + "<p>Stare</p><p>i dalej</p>",
                "<div id=\"divRplyFwdMsg\">Od: Anna</div><div>Stare</div>",
                "<div class=\"yahoo_quoted\">Stare</div>",
                "<div class=\"protonmail_quote\">Stare</div>"
            })
    void theMarkupOfEachClientIsFoldedInOnePlace(String quote) {
        var html = "<p>Nowe <b>słowa</b>.</p>" + quote;

        var folded = Jsoup.parse(QuotedHtml.folded(html));

        assertThat(folded.select("details")).hasSize(1);
        assertThat(folded.text()).isEqualTo(Jsoup.parse(html).text());
        var rest = folded.clone();
        rest.select("details").remove();
        assertThat(rest.text()).isEqualTo("Nowe słowa.");
    }

    @Test
    void answersBetweenQuotesStayOutside() {
        var folded = Jsoup.parse(QuotedHtml.folded("<blockquote type=cite>Jaki system?</blockquote><p>Windows</p>"
                + "<blockquote type=cite>Od kiedy?</blockquote><p>Od wczoraj</p>"));

        assertThat(folded.select("details").eachText()).isEqualTo(List.of("Jaki system?", "Od kiedy?"));
        folded.select("details").remove();
        assertThat(folded.text()).isEqualTo("Windows Od wczoraj");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Nic tu nie ma</p>",
                "<p>Zacytuję instrukcję:</p><blockquote>Wyłącz i włącz.</blockquote>",
                "<blockquote type=\"cite\">Sam cytat</blockquote>",
                "<div class=\"gmail_quote\"><div class=\"gmail_attr\">---------- Forwarded message ---------<br>From: Anna</div><blockquote"
                        + " class=\"gmail_quote\">Treść</blockquote></div><p>x</p>"
            })
    void whatIsNoQuoteIsNotFolded(String html) {
        assertThat(QuotedHtml.folded(html)).doesNotContain("<details");
    }

    @Test
    void anAuthorsOwnDetailsAreNoQuote() {
        assertThat(QuotedHtml.folded("<details open><summary>Więcej</summary>Treść</details>"))
                .isEqualTo("<div open><div>Więcej</div>Treść</div>");
    }
}
