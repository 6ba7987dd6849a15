package org.clientportal.portal.search;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be found: plain texts, the heaviest first.
 *
 * @param kind the word of its {@link Finds}
 * @param object the portal's id within the kind
 * @param language {@code pl} or {@code en}; null when it is not known, and then it is read as both
 * @param codes what it is called exactly, such as a number: who types one wants this and nothing else
 * @param title what it is called
 * @param keywords further names and categories, nearly as heavy as the title
 * @param summary its substance in a sentence or two
 * @param body everything else
 * @param changed of two that fit equally the newer comes first
 */
public record Findable(
        String kind,
        long object,
        @Nullable String language,
        List<String> codes,
        String title,
        List<String> keywords,
        String summary,
        String body,
        Instant changed) {

    public Findable {
        codes = List.copyOf(codes);
        keywords = List.copyOf(keywords);
    }
}
