package org.clientportal.portal.conversation;

import java.text.Normalizer;

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
}
