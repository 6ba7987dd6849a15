package org.clientportal.portal.conversation;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;

/** Names of files as people and mails bring them, made fit to be stored, shown and sent. */
final class FileNames {

    private static final int LONGEST = 150;

    private FileNames() {}

    /** The last path element without control, format (bidi) and reserved characters, at most 150 characters, ending kept. */
    static String clean(String given) {
        var name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        name = Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}:*?\"<>|]", "")
                .strip();
        if (name.isEmpty() || name.chars().allMatch(c -> c == '.')) {
            return "plik";
        }
        if (name.length() <= LONGEST) {
            return name;
        }
        var dot = name.lastIndexOf('.');
        var ending = dot > 0 && name.length() - dot <= 12 ? name.substring(dot) : "";
        var end = LONGEST - ending.length();
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end) + ending;
    }

    /**
     * A Content-Disposition header (RFC 6266): the name as it is in the extended parameter (RFC 8187), and in plain letters for whoever
     * does not know that.
     *
     * @param kind {@code inline} or {@code attachment}
     */
    static String disposition(String kind, String given) {
        var name = clean(given);
        return kind + "; filename=\"" + plain(name) + "\"; filename*=UTF-8''" + extended(name);
    }

    private static String plain(String name) {
        return Normalizer.normalize(name.replace('ł', 'l').replace('Ł', 'L').replace('–', '-'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\x20-\\x7e]|[\"\\\\%]", "_");
    }

    /** Everything but attr-char of RFC 8187 as percent and two digits. */
    private static String extended(String name) {
        var encoded = new StringBuilder();
        for (var each : name.getBytes(StandardCharsets.UTF_8)) {
            if (each >= 0 && (Character.isLetterOrDigit(each) || "!#$&+-.^_`|~".indexOf(each) >= 0)) {
                encoded.append((char) each);
            } else {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(each));
            }
        }
        return encoded.toString();
    }
}
