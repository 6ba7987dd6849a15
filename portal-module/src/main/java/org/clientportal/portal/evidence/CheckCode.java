package org.clientportal.portal.evidence;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * The code on a PDF by which anybody can ask whether it is valid: 90 random bits as 18 characters that are hard to mistake for
 * each other (Crockford's base 32), and two check characters. These are of a Reed-Solomon code over GF(32): any two characters
 * mistyped, or swapped wherever they stand, are noticed.
 */
final class CheckCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RANDOM_LENGTH = 18;
    private static final int LENGTH = 20;
    private static final int GROUP = 4;
    private static final int FIELD = 32;
    /** x^5 + x^2 + 1, which is primitive. */
    private static final int POLYNOMIAL = 0b100101;

    private static final SecureRandom RANDOM = new SecureRandom();

    private CheckCode() {}

    /** A new one, as it is printed: {@code K7QF-2M9X-TR4B-W8HD-5Z3N}. */
    static String fresh() {
        var symbols = new int[LENGTH];
        for (int at = 0; at < RANDOM_LENGTH; at++) {
            symbols[at] = RANDOM.nextInt(FIELD);
        }
        // the remainder by (x + 1)(x + a) makes it a multiple of both
        var rest = new int[2];
        for (int at = 0; at < RANDOM_LENGTH; at++) {
            var lead = symbols[at] ^ rest[0];
            rest[0] = rest[1] ^ times(lead, 1 ^ 2);
            rest[1] = times(lead, 2);
        }
        symbols[RANDOM_LENGTH] = rest[0];
        symbols[RANDOM_LENGTH + 1] = rest[1];
        return written(symbols);
    }

    /** A code as somebody typed it, the way it is printed; empty when it cannot be one. */
    static Optional<String> read(String typed) {
        var plain = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\u00a0\u2010-\u2015-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        if (plain.length() != LENGTH) {
            return Optional.empty();
        }
        var symbols = plain.chars().map(ALPHABET::indexOf).toArray();
        for (var symbol : symbols) {
            if (symbol < 0) {
                return Optional.empty();
            }
        }
        return value(symbols, 1) == 0 && value(symbols, 2) == 0 ? Optional.of(written(symbols)) : Optional.empty();
    }

    /** Of the polynomial with these coefficients, the highest first. */
    private static int value(int[] symbols, int at) {
        var value = 0;
        for (var symbol : symbols) {
            value = times(value, at) ^ symbol;
        }
        return value;
    }

    private static int times(int a, int b) {
        var product = 0;
        for (int bit = b, by = a; bit > 0; bit >>= 1) {
            product ^= (bit & 1) * by;
            by = by << 1;
            by = by >= FIELD ? by ^ POLYNOMIAL : by;
        }
        return product;
    }

    private static String written(int[] symbols) {
        var text = new StringBuilder();
        for (int at = 0; at < symbols.length; at++) {
            text.append(at > 0 && at % GROUP == 0 ? "-" : "").append(ALPHABET.charAt(symbols[at]));
        }
        return text.toString();
    }
}
