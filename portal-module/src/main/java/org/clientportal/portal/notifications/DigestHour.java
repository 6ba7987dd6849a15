package org.clientportal.portal.notifications;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When a person's digests are made.
 *
 * @param hour of the day in {@code zone}; null for every full hour
 */
record DigestHour(@Nullable Integer hour, ZoneId zone) {

    /**
     * The last time at or before a moment that a digest was due. An hour that a change of clocks leaves out is made up for as
     * soon as the clock goes on; one that comes twice counts the first time.
     */
    Instant lastDue(Instant now) {
        var local = now.atZone(zone);
        if (hour == null) {
            return local.truncatedTo(ChronoUnit.HOURS).toInstant();
        }
        var time = LocalTime.of(hour, 0);
        var today = local.toLocalDate().atTime(time).atZone(zone).toInstant();
        return today.isAfter(now)
                ? local.toLocalDate().minusDays(1).atTime(time).atZone(zone).toInstant()
                : today;
    }
}
