package org.clientportal.itsm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of how a ticket was solved; the last one counts.
 *
 * @param score {@value #LOWEST} (very bad) to {@value #HIGHEST} (very good)
 * @param comment plain text; empty when nothing was said
 * @param personId the platform's id of who said it, null when not known
 * @param at when, with the platform's precision
 * @param requestKey the key of the submission that brought it, null when it was not the portal's
 */
public record Rating(
        int score,
        String comment,
        @Nullable String personId,
        Instant at,
        @Nullable String requestKey) {

    public static final int LOWEST = 1;
    public static final int HIGHEST = 5;
}
