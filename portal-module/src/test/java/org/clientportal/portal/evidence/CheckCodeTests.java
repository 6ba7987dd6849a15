package org.clientportal.portal.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A code that is read from paper and typed by hand. */
class CheckCodeTests {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @Test
    void aCodeIsReadAsItIsPrintedAndAsPeopleTypeIt() {
        var code = CheckCode.fresh();
        assertThat(code).matches("([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(CheckCode.read(code)).contains(code);
        assertThat(CheckCode.read(code.toLowerCase(Locale.ROOT).replace('-', ' ')))
                .contains(code);
        assertThat(CheckCode.read(code.replace("-", ""))).contains(code);
        assertThat(CheckCode.read(code.replace("0", "o").replace("1", "l"))).contains(code);
        assertThat(CheckCode.read(code.replace('-', '\u2013'))).contains(code);
    }

    @Test
    void noTwoAreTheSame() {
        var codes = new HashSet<String>();
        for (int at = 0; at < 10_000; at++) {
            codes.add(CheckCode.fresh());
        }
        assertThat(codes).hasSize(10_000);
    }

    @Test
    void anyOneOrTwoWrongCharactersAreNoticed() {
        var code = CheckCode.fresh().replace("-", "");
        for (int first = 0; first < code.length(); first++) {
            for (int second = first; second < code.length(); second++) {
                for (var one : ALPHABET.toCharArray()) {
                    var typed = new StringBuilder(code);
                    typed.setCharAt(first, one);
                    typed.setCharAt(second, ALPHABET.charAt((ALPHABET.indexOf(code.charAt(second)) + 7) % 32));
                    assertThat(CheckCode.read(typed.toString()))
                            .as(typed.toString())
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void charactersThatChangedPlacesAreNoticed() {
        var code = CheckCode.fresh().replace("-", "");
        for (int first = 0; first < code.length(); first++) {
            for (int second = first + 1; second < code.length(); second++) {
                var typed = new StringBuilder(code);
                typed.setCharAt(first, code.charAt(second));
                typed.setCharAt(second, code.charAt(first));
                if (!typed.toString().equals(code)) {
                    assertThat(CheckCode.read(typed.toString())).isEmpty();
                }
            }
        }
    }

    @Test
    void whatIsNoCodeIsNone() {
        for (var typed :
                new String[] {"", "-", "K7QF", "'; drop table confirmation; --", "U".repeat(20), "0".repeat(21)}) {
            assertThat(CheckCode.read(typed)).isEmpty();
        }
    }
}
