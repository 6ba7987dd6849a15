package org.clientportal.demo.desk;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Random;

/** Keeps the sample firm's conversations to the hours in which people work. */
final class WorkingHours {

    private static final ZoneId ZONE = ZoneId.of("Europe/Warsaw");
    private static final int FIRST = 7;
    private static final int LAST = 17;

    private WorkingHours() {}

    /** The time itself when somebody works then, else some time in the next morning of work. */
    static Instant atOrAfter(Instant time, Random random) {
        var local = time.atZone(ZONE);
        if (isWork(local)) {
            return time.truncatedTo(ChronoUnit.SECONDS);
        }
        var day = local.getHour() >= LAST ? local.plusDays(1) : local;
        while (isWeekend(day)) {
            day = day.plusDays(1);
        }
        var morning = day.toLocalDate().atTime(FIRST, 0).atZone(ZONE);
        return morning.plus(Duration.ofSeconds(random.nextInt(3 * 3600))).toInstant();
    }

    private static boolean isWork(ZonedDateTime time) {
        return !isWeekend(time) && time.getHour() >= FIRST && time.getHour() < LAST;
    }

    private static boolean isWeekend(ZonedDateTime time) {
        return time.getDayOfWeek() == DayOfWeek.SATURDAY || time.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
