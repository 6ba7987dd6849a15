package org.clientportal.portal.assets;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where assets are: by the platform's ids, so that a link lives as long as its asset. */
final class AssetPaths {

    static final String ALL = "/equipment";
    static final String RETURNED = ALL + "?tab=returned";
    static final String CORRECTION = "/correction";

    private AssetPaths() {}

    static String asset(String platformId) {
        return ALL + "/" + encoded(platformId);
    }

    /** The form of a new ticket about an asset. */
    static String ticketAbout(String platformId) {
        return "/tickets/new/plain?asset=" + encoded(platformId);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
