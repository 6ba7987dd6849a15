package org.clientportal.portal.conversation;

import java.util.Map;
import java.util.Set;

/** Which types of content are given to browsers under their name, and what content of a type begins with. */
final class FileTypes {

    static final String UNKNOWN = "application/octet-stream";

    private static final String ZIP = "PK";

    /** Harmless in a browser, and shown there. */
    private static final Set<String> SHOWN =
            Set.of("image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf", "text/plain");

    /** Opened by programs of their own, as what they are. */
    private static final Set<String> NAMED = Set.of(
            "application/zip",
            "application/msword",
            "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet",
            "application/vnd.oasis.opendocument.presentation",
            "text/csv");

    private static final Map<String, String> BEGINNINGS = Map.of(
            "application/pdf", "%PDF-",
            "image/png", "\u0089PNG\r\n\u001a\n",
            "image/jpeg", "\u00ff\u00d8\u00ff",
            "image/gif", "GIF8",
            "image/webp", "RIFF",
            "application/zip", ZIP);

    /** So many bytes tell. */
    static final int TELLING = 12;

    private FileTypes() {}

    /** Whether a browser may show it in place; everything else is downloaded only. */
    static boolean isShown(String type) {
        return SHOWN.contains(type);
    }

    /**
     * The type under which content is sent.
     *
     * @param said what the platform, a mail or a browser said of it
     * @param beginning the first {@link #TELLING} bytes, one character each
     * @return {@link #UNKNOWN} for whatever a browser could run, does not know, or is not what was said
     */
    static String sent(String said, String beginning) {
        if (!isShown(said) && !NAMED.contains(said)) {
            return UNKNOWN;
        }
        var expected = said.contains("openxmlformats") || said.contains("opendocument")
                ? ZIP
                : BEGINNINGS.getOrDefault(said, "");
        return beginning.startsWith(expected) ? said : UNKNOWN;
    }
}
