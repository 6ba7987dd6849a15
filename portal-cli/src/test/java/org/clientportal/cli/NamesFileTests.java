package org.clientportal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clientportal.cli.NamesFile.Named;
import org.junit.jupiter.api.Test;

/** What people hand over: lists, exports of spreadsheets, and files with mistakes. */
class NamesFileTests {

    @Test
    void aPlainListIsOneALine() {
        assertThat(NamesFile.parse("x", "# left in May\nanna@oriale.example\n\n  42 \r\njan@oriale.example"))
                .containsExactly(
                        new Named("anna@oriale.example", 2), new Named("42", 4), new Named("jan@oriale.example", 5));
    }

    @Test
    void theHeaderSaysWhichColumnIsMeant() {
        assertThat(NamesFile.parse("x", "id,Name,Email\r\n7,\"Nowak, Jan\",jan@oriale.example\r\n8,Ewa,\r\n"))
                .containsExactly(new Named("jan@oriale.example", 2), new Named("", 3));
        assertThat(NamesFile.parse("x", "id\n7\n")).containsExactly(new Named("7", 2));
    }

    @Test
    void quotedValuesMayHoldQuotesSeparatorsAndLines() {
        var text = "name,email\n\"Jan \"\"Kos\"\" Kosa,\nII\",\"jan@oriale.example\"\newa,ewa@oriale.example\n";
        assertThat(NamesFile.parse("x", text))
                .containsExactly(new Named("jan@oriale.example", 2), new Named("ewa@oriale.example", 4));
    }

    @Test
    void spreadsheetsOfOtherCountriesSeparateOtherwise() {
        assertThat(NamesFile.parse("x", "Imię;Adres\nŁucja;lucja@oriale.example\n"))
                .containsExactly(new Named("lucja@oriale.example", 2));
        assertThat(NamesFile.parse("x", "E-mail\tDział\njan@oriale.example\tIT\n"))
                .containsExactly(new Named("jan@oriale.example", 2));
    }

    @Test
    void severalColumnsWithoutANameAreNotGuessed() {
        assertThatThrownBy(() -> NamesFile.parse("people.csv", "Jan,jan@oriale.example\n"))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.exit()).isEqualTo(Exit.USAGE))
                .hasMessageContaining("people.csv");
    }

    @Test
    void aQuoteWithoutAnEndIsNamed() {
        assertThatThrownBy(() -> NamesFile.parse("people.csv", "email\na@x.example\n\"b@x.example\nc@x.example\n"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("people.csv, line 3");
    }

    @Test
    void nothingIsNobody() {
        assertThat(NamesFile.parse("x", "")).isEmpty();
        assertThat(NamesFile.parse("x", "\n\n# nobody\n")).isEmpty();
        assertThat(NamesFile.parse("x", "email\n")).isEmpty();
    }
}
