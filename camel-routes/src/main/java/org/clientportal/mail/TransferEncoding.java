package org.clientportal.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Content-Transfer-Encoding undone (RFC 2045 section 6); what is damaged is passed over, never refused. */
final class TransferEncoding {

    private static final byte[] BEGIN = {'b', 'e', 'g', 'i', 'n', ' '};
    private static final byte[] END = {'e', 'n', 'd'};

    private TransferEncoding() {}

    static byte[] decode(byte[] raw, int start, int end, String encoding) {
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "base64" -> base64(raw, start, end);
            case "quoted-printable" -> quotedPrintable(raw, start, end);
            case "x-uuencode", "uuencode", "x-uue" -> uu(raw, start, end);
            default -> Arrays.copyOfRange(raw, start, end);
        };
    }

    static byte[] base64(byte[] raw, int start, int end) {
        var out = new ByteArrayOutputStream((end - start) * 3 / 4 + 3);
        int bits = 0;
        int count = 0;
        for (int at = start; at < end; at++) {
            var value = sextet(raw[at]);
            if (raw[at] == '=') {
                count = 0;
                bits = 0;
            }
            if (value < 0) {
                continue;
            }
            bits = (bits << 6) | value;
            count++;
            switch (count) {
                case 2 -> out.write(bits >> 4);
                case 3 -> out.write(bits >> 2);
                case 4 -> {
                    out.write(bits);
                    count = 0;
                    bits = 0;
                }
                default -> {}
            }
        }
        return out.toByteArray();
    }

    static byte[] quotedPrintable(byte[] raw, int start, int end) {
        var out = new ByteArrayOutputStream(end - start);
        var at = start;
        while (at < end) {
            var lineEnd = Bytes.lineEnd(raw, at, end);
            var contentEnd = lineEnd;
            while (contentEnd > at && raw[contentEnd - 1] <= ' ' && raw[contentEnd - 1] >= 0) {
                contentEnd--;
            }
            var soft = contentEnd > at && raw[contentEnd - 1] == '=';
            percentLike(raw, at, soft ? contentEnd - 1 : contentEnd, '=', out);
            if (!soft && lineEnd < end) {
                out.write('\n');
            }
            at = lineEnd + 1;
        }
        return out.toByteArray();
    }

    /** {@code %E4} and the like (RFC 2231). */
    static byte[] percent(String text) {
        var raw = text.getBytes(StandardCharsets.ISO_8859_1);
        var out = new ByteArrayOutputStream(raw.length);
        percentLike(raw, 0, raw.length, '%', out);
        return out.toByteArray();
    }

    /** Sign followed by two hexadecimal digits; anything else stands for itself. */
    static void percentLike(byte[] raw, int start, int end, char sign, ByteArrayOutputStream out) {
        for (int at = start; at < end; at++) {
            var high = at + 2 < end && raw[at] == sign ? Character.digit(raw[at + 1], 16) : -1;
            var low = high >= 0 ? Character.digit(raw[at + 2], 16) : -1;
            if (low >= 0) {
                out.write((high << 4) | low);
                at += 2;
            } else {
                out.write(raw[at]);
            }
        }
    }

    private static byte[] uu(byte[] raw, int start, int end) {
        var out = new ByteArrayOutputStream((end - start) * 3 / 4 + 3);
        var at = start;
        while (at < end) {
            var lineEnd = Bytes.lineEnd(raw, at, end);
            var first = at < lineEnd ? raw[at] : ' ';
            var frame = Bytes.startsWith(raw, at, lineEnd, BEGIN) || Bytes.startsWith(raw, at, lineEnd, END);
            if (!frame && first > ' ' && first <= '`') {
                uuLine(raw, at, lineEnd, out);
            }
            at = lineEnd + 1;
        }
        return out.toByteArray();
    }

    private static void uuLine(byte[] raw, int at, int lineEnd, ByteArrayOutputStream out) {
        var left = (raw[at] - 32) & 63;
        for (int group = at + 1; left > 0 && group < lineEnd; group += 4) {
            var bits = 0;
            for (int i = 0; i < 4; i++) {
                bits = (bits << 6) | (group + i < lineEnd ? (raw[group + i] - 32) & 63 : 0);
            }
            for (int shift = 16; shift >= 0 && left > 0; shift -= 8, left--) {
                out.write(bits >> shift);
            }
        }
    }

    private static int sextet(byte b) {
        if (b >= 'A' && b <= 'Z') {
            return b - 'A';
        }
        if (b >= 'a' && b <= 'z') {
            return b - 'a' + 26;
        }
        if (b >= '0' && b <= '9') {
            return b - '0' + 52;
        }
        return switch (b) {
            case '+' -> 62;
            case '/' -> 63;
            default -> -1;
        };
    }
}
