package org.clientportal.portal.search;

import java.util.List;

/**
 * One result as it is shown.
 *
 * @param url where it leads
 * @param title with what was looked for marked
 * @param excerpt where it was found; empty in suggestions
 * @param facts short facts below, such as number and date
 * @param language of title and excerpt; empty for the page's own
 */
public record Hit(String url, Marked title, Marked excerpt, List<String> facts, String language) {

    public Hit {
        facts = List.copyOf(facts);
    }
}
