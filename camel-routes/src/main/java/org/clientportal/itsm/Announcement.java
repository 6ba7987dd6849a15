package org.clientportal.itsm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that support tells many people at once.
 *
 * @param id the platform's id, stable for ever
 * @param text plain text, paragraphs separated by an empty line; may be empty
 * @param language a language tag such as {@code pl}; null for readers of any language
 * @param from shown from then on
 * @param until not shown from then on; null until it is withdrawn
 * @param gone true when withdrawn; for an outage: it is over
 * @param version grows with every change of the announcement
 */
public record Announcement(
        String id,
        Kind kind,
        String title,
        String text,
        @Nullable String language,
        Audience audience,
        Instant from,
        @Nullable Instant until,
        boolean gone,
        long version) {

    /** What it is about. */
    public enum Kind {
        /** Something does not work; people can say that it affects them too. */
        OUTAGE,
        /** Something will not work at a time that is known. */
        PLANNED_WORK,
        NEWS
    }
}
