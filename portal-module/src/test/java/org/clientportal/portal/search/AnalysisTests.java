package org.clientportal.portal.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words of documents and of queries meet where a reader would say that they are the same. */
class AnalysisTests {

    private static final Analysis ANALYSIS = new Analysis();

    @ParameterizedTest
    @CsvSource({
        // inflection
        "drukarki, drukarką",
        "zalogować, zalogowania",
        "hasło, haseł",
        // without diacritics
        "hasła, haslo",
        "ładowarka, ladowarki",
        "błąd, bledy",
        // names that no dictionary has
        "Outlook, Outlooka",
        "Teams, Teamsach",
        // English
        "printing, printed",
        "passwords, password",
        // made of the same word
        "drukarka, wydrukować",
        "instalacja, zainstalować",
        // codes and compounds
        "HP-4025, hp4025",
        "HP 4025, hp-4025",
        "Wi-Fi, wifi",
        "Wi-Fi, wi fi",
        "0x80070005, 0X80070005",
        "KSeF, ksef"
    })
    void theSame(String written, String asked) {
        assertThat(meet(written, asked)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"hasło, halo", "VPN, Outlook", "kosz, koszt", "4025, 4026"})
    void different(String written, String asked) {
        assertThat(meet(written, asked)).isFalse();
    }

    @Test
    void aVectorKeepsTheLimitsOfPostgresAndItsQuotes() {
        var much = "słowo ".repeat(40_000) + "x".repeat(5_000) + " it's 'quoted' \\ back\\slash";
        var vector = Vector.of(document(much, much), ANALYSIS);
        assertThat(vector.length()).isLessThan(1_000_000);
        assertThat(vector).doesNotContain(":0").doesNotContainPattern("\\d{6,}");
        assertThat(Vector.quoted("it's \\")).isEqualTo("'it''s \\\\'");
    }

    @Test
    void whatWasLookedForIsMarkedAsTextNotAsHtml() {
        var marks = new Marks(Query.of("drukarka", false, ANALYSIS), ANALYSIS);
        var marked = marks.all("<b>Drukarki</b> i skaner");
        assertThat(marked.text()).isEqualTo("<b>Drukarki</b> i skaner");
        assertThat(marked.parts().stream().filter(Marked.Part::marked).map(Marked.Part::text))
                .containsExactly("Drukarki");
    }

    @Test
    void anExcerptIsCutWhereTheWordsAre() {
        var marks = new Marks(Query.of("hasło wygasa", false, ANALYSIS), ANALYSIS);
        var text = "Wstęp o niczym. ".repeat(40) + "Twoje hasło wygasa co 90 dni. " + "Koniec o niczym. ".repeat(40);
        var excerpt = marks.excerpt(text, 120);
        assertThat(excerpt.text())
                .contains("hasło wygasa")
                .startsWith("…")
                .endsWith("…")
                .hasSizeLessThan(130);
    }

    private static boolean meet(String written, String asked) {
        var lexemes = Vector.of(document(written, ""), ANALYSIS);
        return Query.of(asked, false, ANALYSIS).words().stream()
                .allMatch(word -> word.terms().stream()
                        .filter(term -> !term.prefix())
                        .anyMatch(term -> term.lexemes().stream()
                                .allMatch(lexeme -> lexemes.contains(Vector.quoted(lexeme) + ":"))));
    }

    private static Findable document(String title, String body) {
        return new Findable("article", 1, null, List.of(), title, List.of(), "", body, Instant.EPOCH);
    }
}
