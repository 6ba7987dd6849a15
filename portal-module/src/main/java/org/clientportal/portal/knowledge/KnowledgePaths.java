package org.clientportal.portal.knowledge;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.clientportal.portal.conversation.SolutionRead;

/** Where the knowledge base is: by the platform's ids, so that a link lives as long as its article. */
final class KnowledgePaths {

    static final String ALL = "/knowledge";

    private KnowledgePaths() {}

    static String article(String platformId) {
        return ALL + "/" + encoded(platformId);
    }

    static String category(String path) {
        return ALL + "?category=" + encoded(path);
    }

    /** The form of a new ticket that names an article. */
    static String ticketNaming(String platformId) {
        return "/tickets/new?" + SolutionRead.FIELD + "=" + encoded(platformId);
    }

    /** The page of a category that begins after a title. */
    static String next(String category, String after) {
        return category(category) + "&after=" + encoded(after);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
