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
 * @param groups names of groups of the platform that the person is in and the portal may know; grants, rules and audiences of a
 *     group speak of them beside those whom an administrator of the portal put into a group of that name
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
        long version,
        List<String> groups) {

    /** A platform that does not tell groups leaves them out. */
    public Person {
        groups = groups == null ? List.of() : List.copyOf(groups);
    }

    /** Somebody in no group. */
    public Person(
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
        this(
                id,
                kind,
                name,
                addresses,
                organisationId,
                portalAccess,
                passwordAskedAt,
                language,
                timeZone,
                active,
                version,
                List.of());
    }

    /** The same person as of another version. */
    public Person asOf(long other) {
        return new Person(
                id,
                kind,
                name,
                addresses,
                organisationId,
                portalAccess,
                passwordAskedAt,
                language,
                timeZone,
                active,
                other,
                groups);
    }

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
