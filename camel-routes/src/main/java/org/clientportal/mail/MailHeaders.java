package org.clientportal.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A header block. Values are kept as the bytes came (one char each, unfolded), so that each reader may mend them in its own
 * way.
 *
 * @param bodyStart where the body begins in the bytes read
 */
record MailHeaders(List<Field> fields, int bodyStart) {

    record Field(String name, String raw) {}

    static MailHeaders parse(byte[] raw, int start, int end) {
        var fields = new ArrayList<Field>();
        var name = "";
        var value = new StringBuilder();
        var position = start;
        while (position < end) {
            var lineEnd = Bytes.lineEnd(raw, position, end);
            var line = new String(raw, position, lineEnd - position, StandardCharsets.ISO_8859_1);
            var next = Math.min(end, lineEnd + 1);
            line = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
            if (line.isEmpty()) {
                position = next;
                break;
            }
            if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
                value.append(' ').append(line.strip());
            } else {
                var colon = nameEnd(line);
                if (colon < 0 && fields.isEmpty() && name.isEmpty() && !line.startsWith("From ")) {
                    break;
                }
                if (colon > 0) {
                    add(fields, name, value);
                    name = line.substring(0, colon).strip();
                    value.append(line.substring(colon + 1).strip());
                }
            }
            position = next;
        }
        add(fields, name, value);
        return new MailHeaders(List.copyOf(fields), position);
    }

    /** Length of the header block, found without reading it, so that a huge one costs nothing. */
    static int length(byte[] raw, int start, int end) {
        var position = start;
        while (position < end) {
            var lineEnd = Bytes.lineEnd(raw, position, end);
            var empty = lineEnd == position || (lineEnd == position + 1 && raw[position] == '\r');
            if (empty) {
                break;
            }
            position = lineEnd + 1;
        }
        return Math.min(position, end) - start;
    }

    /** The raw values of a field, topmost first. */
    List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::raw)
                .toList();
    }

    Optional<String> first(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::raw)
                .findFirst();
    }

    boolean has(String name) {
        return fields.stream().anyMatch(field -> field.name().equalsIgnoreCase(name));
    }

    private static void add(List<Field> fields, String name, StringBuilder value) {
        if (!name.isEmpty()) {
            fields.add(new Field(name, value.toString()));
        }
        value.setLength(0);
    }

    /** Where a field's name ends, or -1 when the line is none. */
    private static int nameEnd(String line) {
        var colon = line.indexOf(':');
        for (int at = 0; at < colon; at++) {
            var c = line.charAt(at);
            var trailingSpace = c == ' ' && line.substring(at, colon).isBlank();
            if ((c <= ' ' && !trailingSpace) || c >= 127) {
                return -1;
            }
        }
        return colon > 0 && !line.substring(0, colon).isBlank() ? colon : -1;
    }
}
