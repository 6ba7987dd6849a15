package org.clientportal.portal.inbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is free to decide about incoming mail.
 *
 * @param authservId the name our own mail server puts into Authentication-Results (RFC 8601); empty when it writes none, then
 *     nothing is concluded from such fields
 * @param stranger what becomes of a mail from an address that nobody in the register has
 * @param category of tickets that come by mail, an id of the platform; null for the first of its list
 * @param reopenWithin an answer to a ticket closed longer ago becomes a new ticket
 * @param attempts how often a mail is tried before it counts as failed
 */
@ConfigurationProperties(prefix = "portal.inbox", ignoreUnknownFields = false)
record InboxSettings(
        @DefaultValue("") String authservId,
        @DefaultValue("HOLD") Stranger stranger,
        @Nullable String category,
        @DefaultValue("14d") Duration reopenWithin,
        @DefaultValue("8") int attempts) {

    enum Stranger {
        HOLD,
        IGNORE
    }

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    Duration pauseAfter(int attempt) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.clamp(attempt - 1, 0, 12));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
