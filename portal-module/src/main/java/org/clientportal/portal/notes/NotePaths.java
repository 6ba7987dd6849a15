package org.clientportal.portal.notes;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where notes are: by the platform's ids, so that a link lives as long as its note. */
public final class NotePaths {

    static final String ALL = "/notes";

    private NotePaths() {}

    public static String note(String platformId) {
        return ALL + "/" + encoded(platformId);
    }

    static String before(String platformId) {
        return ALL + "?before=" + encoded(platformId);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
