package org.clientportal.portal.colleagues;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom a person finds by name.
 *
 * @param reach {@code organisation}: the own one and those below it; {@code firm}: everything below the top of the tree that it
 *     belongs to
 */
@ConfigurationProperties(prefix = "portal.colleagues", ignoreUnknownFields = false)
public record ColleagueSettings(
        @DefaultValue("organisation") Reach reach) {

    /** How far. */
    public enum Reach {
        ORGANISATION,
        FIRM
    }
}
