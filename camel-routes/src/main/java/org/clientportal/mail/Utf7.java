package org.clientportal.mail;

import java.nio.charset.StandardCharsets;

/** UTF-7 (RFC 2152), which the JDK lacks and old Exchange servers still send. */
final class Utf7 {

    private Utf7() {}

    static String decode(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        var out = new StringBuilder(text.length());
        var at = 0;
        while (at < text.length()) {
            var c = text.charAt(at++);
            if (c != '+') {
                out.append(c);
                continue;
            }
            var end = at;
            while (end < text.length() && isBase64(text.charAt(end))) {
                end++;
            }
            if (end == at) {
                out.append('+');
            } else {
                out.append(utf16(text.substring(at, end)));
            }
            at = end < text.length() && text.charAt(end) == '-' ? end + 1 : end;
        }
        return out.toString();
    }

    private static String utf16(String base64) {
        var raw = base64.getBytes(StandardCharsets.ISO_8859_1);
        var units = TransferEncoding.base64(raw, 0, raw.length);
        return new String(units, 0, units.length & ~1, StandardCharsets.UTF_16BE);
    }

    private static boolean isBase64(char c) {
        return c < 128 && (Character.isLetterOrDigit(c) || c == '+' || c == '/');
    }
}
