package org.clientportal.itsm;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in the platform's register.
 *
 * @param id the platform's id
 * @param addresses e-mail addresses, the login address first; compared without case
 * @param organisationId the organisation the person belongs to, null when none
 * @param portalAccess what the platform says about access to the portal
 * @param passwordAskedAt when an agent last asked for a new password, null when never
 * @param language preferred language tag, null when unknown
 * @param timeZone IANA zone id, null when unknown
 * @param active false when the person was disabled or deleted in the platform
 * @param version grows with every change of this person
 */
public record Person(
        String id,
        Kind kind,
        String name,
        List<String> addresses,
        @Nullable String organisationId,
        PortalAccess portalAccess,
        @Nullable Instant passwordAskedAt,
        @Nullable String language,
        @Nullable String timeZone,
        boolean active,
        long version) {

    /** What a person is to the support team. */
    public enum Kind {
        EMPLOYEE,
        EXTERNAL,
        /** Works in the platform; gets no login to the portal unless asked for. */
        AGENT
    }

    /** The platform's word about portal access; {@link #UNSET} leaves the decision to the portal's administrators. */
    public enum PortalAccess {
        ON,
        OFF,
        UNSET
    }
}
