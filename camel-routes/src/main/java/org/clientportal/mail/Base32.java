package org.clientportal.mail;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Optional;

/** Base 32 (RFC 4648) in lower case without padding: it survives mail systems that fold case. */
final class Base32 {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

    private Base32() {}

    static String encode(byte[] bytes) {
        var out = new StringBuilder();
        var bits = 0;
        var count = 0;
        for (var b : bytes) {
            bits = (bits << 8) | (b & 0xFF);
            count += 8;
            while (count >= 5) {
                count -= 5;
                out.append(ALPHABET.charAt((bits >> count) & 31));
            }
            bits &= (1 << count) - 1;
        }
        if (count > 0) {
            out.append(ALPHABET.charAt((bits << (5 - count)) & 31));
        }
        return out.toString();
    }

    /** Empty for anything that {@link #encode} does not make, upper case aside: one token has one spelling. */
    static Optional<byte[]> decode(String text) {
        var folded = text.toLowerCase(Locale.ROOT);
        var out = new ByteArrayOutputStream();
        var bits = 0;
        var count = 0;
        for (int at = 0; at < folded.length(); at++) {
            var value = ALPHABET.indexOf(folded.charAt(at));
            if (value < 0) {
                return Optional.empty();
            }
            bits = (bits << 5) | value;
            count += 5;
            if (count >= 8) {
                count -= 8;
                out.write((bits >> count) & 0xFF);
            }
            bits &= (1 << count) - 1;
        }
        var bytes = out.toByteArray();
        return encode(bytes).equals(folded) ? Optional.of(bytes) : Optional.empty();
    }
}
