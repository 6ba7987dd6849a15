package org.clientportal.portal.requests;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How requests are written down.
 *
 * @param deskLanguage of title and text of a ticket that a form becomes, {@code pl} or {@code en}; the portal's own when not set
 */
@ConfigurationProperties(prefix = "portal.catalogue", ignoreUnknownFields = false)
public record RequestSettings(@Nullable String deskLanguage) {

    public RequestSettings {
        if (deskLanguage != null && !deskLanguage.equals("pl") && !deskLanguage.equals("en")) {
            throw new IllegalArgumentException("portal.catalogue.desk-language must be pl or en");
        }
    }
}
