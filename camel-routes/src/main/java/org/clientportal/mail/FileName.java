package org.clientportal.mail;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A name a stranger gave to a file, made safe to show, to store and to download. */
final class FileName {

    private static final int LONGEST = 150;
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}]");
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");
    private static final Map<String, String> EXTENSIONS = Map.ofEntries(
            Map.entry("text/plain", ".txt"),
            Map.entry("text/html", ".html"),
            Map.entry("text/calendar", ".ics"),
            Map.entry("text/csv", ".csv"),
            Map.entry("image/png", ".png"),
            Map.entry("image/jpeg", ".jpg"),
            Map.entry("image/gif", ".gif"),
            Map.entry("application/pdf", ".pdf"),
            Map.entry("application/zip", ".zip"),
            Map.entry("application/ms-tnef", ".dat"),
            Map.entry("application/pkcs7-mime", ".p7m"),
            Map.entry("application/pkcs7-signature", ".p7s"),
            Map.entry("application/pgp-signature", ".asc"),
            Map.entry("message/rfc822", ".eml"));

    private FileName() {}

    /**
     * @param given may be empty
     * @param number of the file in its mail, for one without a name
     */
    static String safe(String given, String contentType, int number) {
        var normal = Normalizer.normalize(given, Normalizer.Form.NFC);
        var base = normal.substring(Math.max(normal.lastIndexOf('/'), normal.lastIndexOf('\\')) + 1);
        if (base.length() > 1_000) {
            base = base.substring(0, 900) + base.substring(base.length() - 100);
        }
        var name = HIDDEN.matcher(base)
                .replaceAll("")
                .replaceAll("[<>:\"|?*]", "_")
                .replaceAll("\\s+", " ")
                .replaceAll("^[. ]+|[. ]+$", "");
        if (name.isEmpty()) {
            return "file-" + number + EXTENSIONS.getOrDefault(contentType, ".bin");
        }
        var dot = name.lastIndexOf('.');
        var stem = (dot > 0 ? name.substring(0, dot) : name).toLowerCase(Locale.ROOT);
        return shortened(DEVICES.contains(stem) || stem.matches("(com|lpt)\\d") ? "_" + name : name);
    }

    /** Keeps the end, where the kind of file is told. */
    private static String shortened(String name) {
        if (name.codePointCount(0, name.length()) <= LONGEST) {
            return name;
        }
        var dot = name.lastIndexOf('.');
        var extension = dot > 0 && name.length() - dot <= 12 ? name.substring(dot) : "";
        var kept = LONGEST - extension.length();
        return name.substring(0, name.offsetByCodePoints(0, kept)).strip() + extension;
    }
}
