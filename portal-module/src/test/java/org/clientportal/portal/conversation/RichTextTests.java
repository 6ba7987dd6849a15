package org.clientportal.portal.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a mark in a typed text, and what stays what was typed. */
class RichTextTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "to **ważne**!|<p>to <strong>ważne</strong>!</p>",
                "*kursywa*, „*w cudzysłowie*”|<p><em>kursywa</em>, „<em>w cudzysłowie</em>”</p>",
                "**a *b* c**|<p><strong>a <em>b</em> c</strong></p>",
                "plik `C:\\temp\\_x_`.|<p>plik <code>C:\\temp\\_x_</code>.</p>",
                "[strona](https://oriale.example/a_b_c)|<p><a href=\"https://oriale.example/a_b_c\" rel=\"noopener noreferrer nofollow\">strona</a></p>",
                "**https://oriale.example/a*b*c**|<p><strong><a href=\"https://oriale.example/a*b*c\" rel=\"noopener noreferrer nofollow\">https://oriale.example/a*b*c</a></strong></p>"
            })
    void marksAroundWordsAreDrawn(String typed, String html) {
        assertThat(RichText.html(typed)).hasValue(html);
    }

    @Test
    void listsQuotesAndCodeAreDrawn() {
        assertThat(RichText.html("Mam:\n- klucz\n- kartę\nDzięki")).hasValueSatisfying(html -> {
            var page = Jsoup.parse(html);
            assertThat(page.select("ul > li").eachText()).containsExactly("klucz", "kartę");
            assertThat(page.select("body > p").eachText()).containsExactly("Mam:", "Dzięki");
        });
        assertThat(RichText.html("> Jaki system?\nWindows **11**"))
                .hasValue("<blockquote>\n<p>Jaki system?</p>\n</blockquote>\n<p>Windows <strong>11</strong></p>");
        assertThat(RichText.html("Błąd:\n```java\nat org.x.Y(Y.java:12) // **nie** <b>\n```"))
                .hasValueSatisfying(html -> assertThat(
                                Jsoup.parse(html).selectFirst("pre code").wholeText())
                        .isEqualTo("at org.x.Y(Y.java:12) // **nie** <b>\n"));
    }

    @Test
    void theNumbersOfAListAreThosesThatWereTyped() {
        assertThat(RichText.html("1. tak\n3. nie\n4. nie wiem"))
                .hasValueSatisfying(html -> assertThat(html)
                        .contains("<li>tak</li>", "<li value=\"3\">nie</li>", "<li value=\"4\">nie wiem</li>"));
        assertThat(RichText.html("7. siódme\n8. ósme"))
                .hasValueSatisfying(
                        html -> assertThat(html).contains("<ol start=\"7\">", "<li>siódme</li>", "<li>ósme</li>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2 * 3 * 4",
                "2*3*4 = 24 i 5* tyle",
                "snake_case_name i __init__, _x_",
                "C:\\users\\_x_\\*.txt oraz C:\\*tmp*\\a",
                "\\\\serwer\\udział$\\",
                "*.log, *.txt, **/*.java, rm -rf *",
                "def f(*args, **kwargs): return g(*args, **kwargs)",
                "int *a, *b; char **argv",
                "cena netto* i brutto*\n* z VAT-em",
                "*** PILNE ***",
                "-----\nbrak kresek\n=====",
                "# komentarz\n#12345",
                "a &amp; b &lt; c &nbsp; d",
                "List<String> x = new <b>()</b>;",
                "don`t, won`t",
                "tablica[0](1) i [x] zrobione, [a](javascript:alert(1))",
                "[1]: https://oriale.example",
                "![obraz](https://oriale.example/a.png)",
                "+ 48 600 600 600",
                "1) tak\n2) nie",
                "-5 stopni\n-",
                "* * *",
                "~~~~\nPozdrawiam\n~~~~",
                "```\nniezamknięty",
                "    wcięte\n\tat org.foo.Bar.<init>(Bar.java:12)",
                "java.lang.IllegalStateException: a_b_c [x=1, *y*=2]\n\tat org.foo.Bar$1.run(Bar.java:12)\n\t... 12 more\nCaused by: java.io.IOException"
            })
    void whatMeansSomethingElseStaysAsItWasTyped(String typed) {
        assertThat(RichText.html(typed)).isEmpty();
    }

    @Test
    void besideMarksEverythingElseStaysAsItWasTyped() {
        var typed =
                "**Ścieżka** C:\\users\\_x_, 2*3*4, snake_case, a &amp; b, List<String>, [1], ![o](https://x.example/o.png), [a](b)";
        assertThat(RichText.html(typed))
                .hasValueSatisfying(html -> assertThat(Jsoup.parse(html).text()).isEqualTo(typed.replace("**", "")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "**a** <script>alert(1)</script>",
                "**a** <img src=x onerror=alert(1)>",
                "[**a**](JaVaScRiPt:alert(1)) *b*",
                "[a](https://x.example/\"onmouseover=\"alert(1)) *b*"
            })
    void nothingThatRunsComesThrough(String typed) {
        var page = Jsoup.parse(RichText.html(typed).orElseThrow());
        assertThat(page.select("script, img, [onmouseover], [onerror], a[href^=java]"))
                .isEmpty();
    }

    /** It comes back from the platform and is made safe once more. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "**a** & `b < c` „x”\n\n- 1\n- 2\n  - 3\n\n> cytat\n\n[x](https://a.example/?a=1&b=2)",
                "1. a\n5. b\n\n```\nkod  z   odstępami\n\tat x\n```\n*koniec*",
                "*a*\u00a0– emoji 🖨, ‮odwrotnie"
            })
    void itIsTheSameAfterItsWayThereAndBack(String typed) {
        var html = RichText.html(typed).orElseThrow();
        assertThat(AgentHtml.safe(html)).isEqualTo(html);
    }

    @ParameterizedTest
    @ValueSource(ints = {5_000})
    void nothingMakesItFallOver(int times) {
        assertThat(RichText.html("> ".repeat(times) + "*a*")).isNotNull();
        assertThat(RichText.html("*a **b ".repeat(times))).isNotNull();
        assertThat(RichText.html("- ".repeat(times) + "*a*")).isNotNull();
        assertThat(RichText.html("[".repeat(times) + "](https://a.example)" + "`".repeat(times)))
                .isNotNull();
    }
}
