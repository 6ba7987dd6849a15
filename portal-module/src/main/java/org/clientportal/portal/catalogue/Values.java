package org.clientportal.portal.catalogue;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers and dates as people type them and as files write them. */
final class Values {

    private static final Pattern RELATIVE = Pattern.compile("today(?:([+-]\\d{1,4})([dwmy]))?");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,10})?");
    /** What a field of type date sends, and what people type where there is no such field. */
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("d.M.yyyy"),
            DateTimeFormatter.ofPattern("d/M/yyyy"));

    private Values() {}

    /** {@code 1 234,50} and {@code 1234.5} alike. */
    static Optional<BigDecimal> number(String typed) {
        var plain = typed.replaceAll("[\\s\u00a0\u202f]", "").replace(',', '.');
        return NUMBER.matcher(plain).matches() ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }

    static String plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    static Optional<LocalDate> date(String typed) {
        for (var format : DATES) {
            try {
                return Optional.of(LocalDate.parse(typed.strip(), format));
            } catch (DateTimeException another) {
                // the next way of writing
            }
        }
        return Optional.empty();
    }

    /** {@code 2026-12-31}, {@code today}, {@code today+3d}; the letters are days, weeks, months, years. */
    static Optional<LocalDate> moment(String written, LocalDate today) {
        var relative = RELATIVE.matcher(written.strip());
        if (!relative.matches()) {
            return date(written);
        }
        if (relative.group(1) == null) {
            return Optional.of(today);
        }
        var count = Long.parseLong(relative.group(1));
        return Optional.of(
                switch (relative.group(2)) {
                    case "d" -> today.plusDays(count);
                    case "w" -> today.plusWeeks(count);
                    case "m" -> today.plusMonths(count);
                    default -> today.plusYears(count);
                });
    }
}
