package org.clientportal.portal.web;

import com.ibm.icu.text.TimeZoneNames;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Dates and sizes as a person reads them, in their language and time zone. The one place where they become text.
 *
 * @param now what today and yesterday are measured from
 */
public record Formats(Words words, Locale locale, ZoneId zone, Instant now) {

    private static final double KILO = 1000;

    /** By pattern and locale: to read a pattern takes longer than to use it. */
    private static final Map<List<Object>, DateTimeFormatter> FORMATTERS = new ConcurrentHashMap<>();

    public static Formats of(Words words, String language, ZoneId zone, Instant now) {
        return new Formats(words, Locale.forLanguageTag(language), zone, now);
    }

    /** {@code dziś 14:05}, {@code wczoraj 09:12}, {@code pon., 23 lis, 09:12}, {@code 23 lis 2025}. */
    public WhenView when(Instant moment) {
        var at = moment.atZone(zone);
        return new WhenView(brief(at), full(at), DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.withNano(0)));
    }

    /** {@code 14:05}, where the day is clear from the heading above. */
    public WhenView time(Instant moment) {
        var at = moment.atZone(zone);
        return new WhenView(text(at, "HH:mm"), full(at), DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.withNano(0)));
    }

    /** {@code 24 listopada 2026, 14:05 (UTC+01:00)}, for what is read where nobody knows the reader's zone. */
    public String exact(Instant moment) {
        var at = moment.atZone(zone);
        var offset = at.getOffset().getTotalSeconds() == 0
                ? "UTC"
                : "UTC" + at.getOffset().getId();
        return full(at) + "\u00a0(" + offset + ")";
    }

    /** {@code 24 listopada 2026, 14:05:12 (Warszawa, UTC+01:00)}, for what is a proof of when something was. */
    public String toTheSecond(Instant moment) {
        var at = moment.atZone(zone);
        var offset = at.getOffset().getTotalSeconds() == 0
                ? "UTC"
                : "UTC" + at.getOffset().getId();
        var city = TimeZoneNames.getInstance(locale).getExemplarLocationName(zone.getId());
        return text(at, "d MMMM yyyy, HH:mm:ss") + "\u00a0(" + (city == null ? "" : city + ", ") + offset + ")";
    }

    /** {@code poniedziałek, 23 listopada 2026}, whenever it is read. */
    public String exactDay(LocalDate day) {
        return formatter("EEEE, d MMMM yyyy").format(day);
    }

    public LocalDate dayOf(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    /** {@code dziś, 24 listopada}, {@code poniedziałek, 23 listopada}, {@code 23 listopada 2025}. */
    public String day(LocalDate day) {
        var today = dayOf(now);
        var date = formatter("d MMMM").format(day);
        if (day.equals(today)) {
            return words.text("date.today-day", date);
        }
        if (day.equals(today.minusDays(1))) {
            return words.text("date.yesterday-day", date);
        }
        var pattern = day.getYear() == today.getYear() ? "EEEE, d MMMM" : "d MMMM yyyy";
        return formatter(pattern).format(day);
    }

    /** {@code 30 lis}, with the year when it is another one. */
    public String date(LocalDate day) {
        var pattern = day.getYear() == dayOf(now).getYear() ? "d MMM" : "d MMM yyyy";
        return formatter(pattern).format(day).replace(' ', '\u00a0');
    }

    /** {@code 412 kB}, {@code 0,9 MB}: thousands, as file managers count; empty when the size is not known. */
    public String size(long bytes) {
        if (bytes < 0) {
            return "";
        }
        if (bytes < KILO * KILO * 0.9) {
            return String.format(locale, "%d\u00a0kB", Math.max(1, Math.round(bytes / KILO)));
        }
        var mega = bytes / KILO / KILO;
        return String.format(locale, mega < 10 && mega != Math.rint(mega) ? "%.1f\u00a0MB" : "%.0f\u00a0MB", mega);
    }

    /** {@code Warszawa (UTC+01:00)}: a time zone by its city and what the clock there is ahead of us by. */
    public String zoneName(String id) {
        var city = TimeZoneNames.getInstance(locale).getExemplarLocationName(id);
        var name = city != null ? city : id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
        var ahead = ZoneId.of(id).getRules().getOffset(now);
        return ahead.getTotalSeconds() == 0 ? name + " (UTC)" : name + " (UTC" + ahead.getId() + ")";
    }

    private String brief(ZonedDateTime at) {
        var today = dayOf(now);
        var day = at.toLocalDate();
        if (day.equals(today)) {
            return words.text("date.today", text(at, "HH:mm"));
        }
        if (day.equals(today.minusDays(1))) {
            return words.text("date.yesterday", text(at, "HH:mm"));
        }
        return text(at, day.getYear() == today.getYear() ? "EEE, d MMM, HH:mm" : "d MMM yyyy");
    }

    private String full(ZonedDateTime at) {
        return text(at, "d MMMM yyyy, HH:mm");
    }

    private String text(ZonedDateTime at, String pattern) {
        return formatter(pattern).format(at);
    }

    private DateTimeFormatter formatter(String pattern) {
        return FORMATTERS.computeIfAbsent(
                List.of(pattern, locale), key -> DateTimeFormatter.ofPattern(pattern, locale));
    }
}
