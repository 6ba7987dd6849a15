package org.clientportal.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How data is printed. */
enum Format {
    /** For people: aligned columns, cut to the terminal. */
    TABLE,
    /** The admin API's own shape, whole. */
    JSON,
    /** RFC 4180 with a header line, values as they are. */
    CSV;

    static Format of(String word) {
        for (var format : values()) {
            if (format.toString().equals(word)) {
                return format;
            }
        }
        throw Failure.usage("--output is " + choices() + ", not '" + word + "'");
    }

    static String choices() {
        return Arrays.stream(values()).map(Format::toString).collect(Collectors.joining("|"));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
