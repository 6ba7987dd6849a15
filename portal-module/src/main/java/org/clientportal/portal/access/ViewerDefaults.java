package org.clientportal.portal.access;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What holds for a person who has chosen nothing.
 *
 * @param language {@code pl} or {@code en}
 * @param timeZone IANA zone id
 */
@ConfigurationProperties(prefix = "portal.defaults", ignoreUnknownFields = false)
public record ViewerDefaults(
        @DefaultValue("pl") String language,
        @DefaultValue("Europe/Warsaw") ZoneId timeZone) {

    public ViewerDefaults {
        if (!Viewer.LANGUAGES.contains(language)) {
            throw new IllegalArgumentException("portal.defaults.language must be one of " + Viewer.LANGUAGES);
        }
    }

    /** A person's zone, or the portal's where there is none or it is no zone. */
    public ZoneId zone(@Nullable String wanted) {
        try {
            return wanted == null || wanted.isBlank() ? timeZone : ZoneId.of(wanted);
        } catch (DateTimeException notAZone) {
            return timeZone;
        }
    }
}
