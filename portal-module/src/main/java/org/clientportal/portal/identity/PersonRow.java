package org.clientportal.portal.identity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clientportal.itsm.Person;
import org.clientportal.itsm.Person.PortalAccess;
import org.jspecify.annotations.Nullable;

/**
 * What the mirror holds of a person and the portal acts upon.
 *
 * @param access the platform's wish, taking an inactive person for one without access
 */
record PersonRow(
        String name,
        Optional<String> address,
        PortalAccess access,
        @Nullable Instant passwordAskedAt) {

    static PersonRow of(Person person) {
        return new PersonRow(
                person.name(),
                addresses(person).stream().findFirst(),
                wish(person.active(), person.portalAccess()),
                person.passwordAskedAt());
    }

    static PersonRow stored(
            String name,
            @Nullable String address,
            String access,
            boolean active,
            @Nullable OffsetDateTime passwordAskedAt) {
        return new PersonRow(
                name,
                Optional.ofNullable(address),
                wish(active, PortalAccess.valueOf(access)),
                passwordAskedAt == null ? null : passwordAskedAt.toInstant());
    }

    private static PortalAccess wish(boolean active, PortalAccess access) {
        return active ? access : PortalAccess.OFF;
    }

    /** Without case and without repetition, the login address first. */
    static List<String> addresses(Person person) {
        return person.addresses().stream()
                .map(address -> address.strip().toLowerCase(Locale.ROOT))
                .filter(address -> !address.isEmpty())
                .distinct()
                .toList();
    }
}
