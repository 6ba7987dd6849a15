package org.clientportal.portal.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How undelivered work is repeated.
 *
 * @param requestLimit the longest the platform works on one request; after a cut it is asked no sooner than this
 * @param firstPause wait after the first failed attempt, doubled with each further one
 * @param longestPause ceiling of the wait
 */
@ConfigurationProperties(prefix = "portal.outbox", ignoreUnknownFields = false)
public record OutboxSettings(
        @DefaultValue("60s") Duration requestLimit,
        @DefaultValue("1s") Duration firstPause,
        @DefaultValue("60s") Duration longestPause) {

    Duration pauseAfter(int attempts, boolean mayHaveHappened) {
        var doubled = firstPause.multipliedBy(1L << Math.clamp(attempts - 1, 0, 16));
        var pause = doubled.compareTo(longestPause) > 0 ? longestPause : doubled;
        return mayHaveHappened && pause.compareTo(requestLimit) < 0 ? requestLimit : pause;
    }
}
