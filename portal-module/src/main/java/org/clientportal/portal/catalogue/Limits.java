package org.clientportal.portal.catalogue;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What bounds an answer; null where nothing does.
 *
 * @param minLength characters of a text
 * @param maxLength characters of a text
 * @param pattern a regular expression that the whole text matches
 * @param min smallest number, earliest date ({@code 2026-12-31}, {@code today}, {@code today+3d}) or fewest choices
 * @param max largest number, latest date or most choices
 * @param decimals most digits behind the point of a number
 */
public record Limits(
        @Nullable Integer minLength,
        @Nullable Integer maxLength,
        @Nullable String pattern,
        @Nullable String min,
        @Nullable String max,
        @Nullable Integer decimals) {

    static final Limits NONE = new Limits(null, null, null, null, null, null);

    /** Longest of a short text when nothing is said. */
    private static final int SHORT = 255;
    /** Longest of a long text when nothing is said. */
    private static final int LONG = 20_000;

    /** How long a text may be, also when nothing is said. */
    public int longest(Field.Type type) {
        var most = type == Field.Type.LONG_TEXT ? LONG : SHORT;
        return maxLength == null ? most : Math.min(maxLength, type == Field.Type.LONG_TEXT ? 100_000 : most);
    }

    boolean matches(String text) {
        return pattern == null || Pattern.compile(pattern).matcher(text).matches();
    }
}
