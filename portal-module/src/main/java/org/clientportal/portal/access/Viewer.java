package org.clientportal.portal.access;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The person who looks. Read with each request, so that whoever is disabled is out at once.
 *
 * @param person the portal's id of the person
 * @param platformId the platform's id of the person
 * @param email the login address
 * @param language {@code pl} or {@code en}
 * @param zone for dates
 * @param scopes the reader scopes this viewer looks through, {@code p:<person>} first
 */
public record Viewer(
        long person, String platformId, String name, String email, String language, ZoneId zone, List<String> scopes)
        implements Serializable {

    static final List<String> LANGUAGES = List.of("pl", "en");

    /** A viewer who sees what is the person's own. */
    public static Viewer of(
            long person,
            String platformId,
            String name,
            String email,
            @Nullable String language,
            @Nullable String timeZone,
            ViewerDefaults defaults) {
        return new Viewer(
                person,
                platformId,
                name,
                email,
                language != null && LANGUAGES.contains(language) ? language : defaults.language(),
                zone(timeZone, defaults.timeZone()),
                List.of("p:" + person));
    }

    public Locale locale() {
        return Locale.forLanguageTag(language);
    }

    private static ZoneId zone(@Nullable String wanted, ZoneId otherwise) {
        try {
            return wanted == null || wanted.isBlank() ? otherwise : ZoneId.of(wanted);
        } catch (DateTimeException notAZone) {
            return otherwise;
        }
    }
}
