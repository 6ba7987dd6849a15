package org.clientportal.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A structured field with parameters, Content-Type or Content-Disposition (RFC 2045 section 5.1, RFC 2231), read as leniently
 * as mails are written.
 *
 * @param value lower case, without parameters
 * @param parameters by lower-case name, decoded
 */
record ContentType(String value, Map<String, String> parameters) {

    private static final Pattern SECTION = Pattern.compile("([^*]+)(?:\\*(\\d{1,3}))?(\\*)?");

    static ContentType parse(String raw) {
        var plain = new HashMap<String, String>();
        var sections = new TreeMap<String, TreeMap<Integer, Section>>();
        var pieces = pieces(raw);
        for (var piece : pieces.subList(1, pieces.size())) {
            var equals = piece.indexOf('=');
            if (equals <= 0) {
                continue;
            }
            var name = piece.substring(0, equals).strip().toLowerCase(Locale.ROOT);
            var value = unquoted(piece.substring(equals + 1).strip());
            var match = SECTION.matcher(name);
            if (match.matches() && (match.group(2) != null || match.group(3) != null)) {
                var number = match.group(2) == null ? 0 : Integer.parseInt(match.group(2));
                sections.computeIfAbsent(match.group(1), key -> new TreeMap<>())
                        .putIfAbsent(number, new Section(value, match.group(3) != null));
            } else {
                plain.putIfAbsent(name, EncodedWords.decode(value));
            }
        }
        sections.forEach((name, parts) -> plain.put(name, joined(parts)));
        return new ContentType(pieces.getFirst().strip().toLowerCase(Locale.ROOT), Map.copyOf(plain));
    }

    @Nullable
    String parameter(String name) {
        return parameters.get(name);
    }

    boolean is(String type) {
        return value.equals(type);
    }

    boolean isBelow(String main) {
        return value.startsWith(main + "/");
    }

    private record Section(String value, boolean encoded) {}

    private static String joined(TreeMap<Integer, Section> parts) {
        var bytes = new ByteArrayOutputStream();
        String charset = null;
        var first = true;
        for (var part : parts.values()) {
            var text = part.value();
            if (first && part.encoded()) {
                var quote = text.indexOf('\'');
                var second = text.indexOf('\'', quote + 1);
                if (quote >= 0 && second > quote) {
                    charset = text.substring(0, quote);
                    text = text.substring(second + 1);
                }
            }
            first = false;
            bytes.writeBytes(
                    part.encoded() ? TransferEncoding.percent(text) : text.getBytes(StandardCharsets.ISO_8859_1));
        }
        return Charsets.decode(bytes.toByteArray(), charset);
    }

    /** Splits at semicolons that stand outside quotes. */
    private static List<String> pieces(String raw) {
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        var quoted = false;
        for (int at = 0; at < raw.length(); at++) {
            var c = raw.charAt(at);
            if (c == '\\' && quoted && at + 1 < raw.length()) {
                piece.append(c).append(raw.charAt(++at));
            } else if (c == ';' && !quoted) {
                pieces.add(piece.toString());
                piece.setLength(0);
            } else {
                quoted ^= c == '"';
                piece.append(c);
            }
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private static String unquoted(String value) {
        if (!value.startsWith("\"")) {
            return value;
        }
        var inner =
                value.substring(1, value.length() > 1 && value.endsWith("\"") ? value.length() - 1 : value.length());
        // Windows clients write bare backslashes: a path, not an escape
        return inner.replaceAll("\\\\([\"\\\\])", "$1");
    }
}
