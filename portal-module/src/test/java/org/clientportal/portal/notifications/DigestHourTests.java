package org.clientportal.portal.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A digest is due at the person's own hour, on every day of the year, those too on which clocks change. */
class DigestHourTests {

    @ParameterizedTest
    @CsvSource({
        // hour, zone, now, last due
        "8, Europe/Warsaw, 2026-11-27T06:59:59Z, 2026-11-26T07:00:00Z",
        "8, Europe/Warsaw, 2026-11-27T07:00:00Z, 2026-11-27T07:00:00Z",
        "8, Europe/Warsaw, 2026-07-01T06:00:00Z, 2026-07-01T06:00:00Z",
        "8, America/New_York, 2026-11-27T12:59:00Z, 2026-11-26T13:00:00Z",
        "23, Pacific/Auckland, 2026-11-27T11:00:00Z, 2026-11-27T10:00:00Z",
        // in March two o'clock is left out, in October it comes twice
        "2, Europe/Warsaw, 2026-03-29T01:30:00Z, 2026-03-29T01:00:00Z",
        "2, Europe/Warsaw, 2026-10-25T01:30:00Z, 2026-10-25T00:00:00Z",
        "0, Europe/Warsaw, 2026-11-26T23:00:00Z, 2026-11-26T23:00:00Z"
    })
    void everyDay(int hour, ZoneId zone, Instant now, Instant due) {
        assertThat(new DigestHour(hour, zone).lastDue(now)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Warsaw, 2026-11-27T06:59:59Z, 2026-11-27T06:00:00Z",
        "Asia/Kolkata, 2026-11-27T06:59:59Z, 2026-11-27T06:30:00Z"
    })
    void everyFullHourOfTheOwnClock(ZoneId zone, Instant now, Instant due) {
        assertThat(new DigestHour(null, zone).lastDue(now)).isEqualTo(due);
    }
}
