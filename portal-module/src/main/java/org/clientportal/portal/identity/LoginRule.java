package org.clientportal.portal.identity;

import java.time.Instant;
import java.util.Locale;

/**
 * Whoever is in a group or an organisation may use the portal, as long as they are.
 *
 * @param subject of a group the name, of an organisation the platform's id
 * @param name for people
 * @param people of whom it speaks
 * @param enabled of those, who may use the portal
 */
record LoginRule(Kind kind, String subject, String name, int people, int enabled, Instant changedAt, String changedBy) {

    enum Kind {
        GROUP,
        ORGANISATION;

        /** Such as {@code group:managers}. */
        String of(String subject) {
            return name().toLowerCase(Locale.ROOT) + ":" + subject;
        }
    }
}
