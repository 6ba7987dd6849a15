package org.clientportal.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * RFC 2047, decoded wherever it stands (within words, in quotes, with spaces inside), with letters that were cut in two
 * between neighbouring words, and raw eight-bit text beside it.
 */
final class EncodedWords {

    private static final Pattern WORD =
            Pattern.compile("=\\?([^?*\\s]{1,60})(?:\\*[^?\\s]{0,20})?\\?([bBqQ])\\?([^?]*+(?:\\?(?!=)[^?]*+)*+)\\?=");

    private EncodedWords() {}

    /** @param raw a field's bytes, one char each */
    static String decode(String raw) {
        var out = new StringBuilder();
        var pending = new ByteArrayOutputStream();
        var pendingCharset = "";
        var matcher = WORD.matcher(raw);
        var last = 0;
        while (matcher.find()) {
            var between = raw.substring(last, matcher.start());
            var charset = matcher.group(1).toLowerCase(Locale.ROOT);
            if (last == 0 || !between.isBlank()) {
                flush(pending, pendingCharset, out);
                out.append(plain(between));
            } else if (!charset.equals(pendingCharset)) {
                flush(pending, pendingCharset, out);
            }
            pendingCharset = charset;
            pending.writeBytes(bytes(matcher.group(2), matcher.group(3)));
            last = matcher.end();
        }
        flush(pending, pendingCharset, out);
        out.append(plain(raw.substring(last)));
        return withoutControls(out.toString());
    }

    private static void flush(ByteArrayOutputStream pending, String charset, StringBuilder out) {
        if (pending.size() > 0) {
            out.append(Charsets.decode(pending.toByteArray(), charset));
            pending.reset();
        }
    }

    private static byte[] bytes(String encoding, String text) {
        if (encoding.equalsIgnoreCase("b")) {
            var raw = text.getBytes(StandardCharsets.ISO_8859_1);
            return TransferEncoding.base64(raw, 0, raw.length);
        }
        var raw = text.replace('_', ' ').getBytes(StandardCharsets.ISO_8859_1);
        var out = new ByteArrayOutputStream(raw.length);
        TransferEncoding.percentLike(raw, 0, raw.length, '=', out);
        return out.toByteArray();
    }

    private static String plain(String raw) {
        return Charsets.decode(raw.getBytes(StandardCharsets.ISO_8859_1), null);
    }

    /** A decoded word may smuggle line ends into what was one line. */
    private static String withoutControls(String text) {
        var out = new StringBuilder(text.length());
        text.chars().forEach(c -> {
            if (!Character.isISOControl(c)) {
                out.append((char) c);
            } else if (Character.isWhitespace(c)) {
                out.append(' ');
            }
        });
        return out.toString();
    }
}
