package org.clientportal.portal.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the administrators gave a person, worked out by the rule of the nearest level.
 *
 * @param branches the platform's ids of organisations whose tickets, and those of all below, are seen
 * @param standsFor the portal's ids of those who are away and for whom the person stands in now
 * @param sharedWith whether a ticket was ever shared with the person
 * @param asked whether the person was ever asked to approve something
 * @param audiences what the database says the person belongs to
 * @param until this holds no longer than to then even if nothing is changed; null for no such time
 */
public record Entitlements(
        Set<Feature> features,
        List<String> branches,
        List<Long> standsFor,
        boolean sharedWith,
        boolean asked,
        List<String> audiences,
        @Nullable Instant until) {

    public Entitlements {
        features = Set.copyOf(features);
        branches = List.copyOf(branches);
        standsFor = List.copyOf(standsFor);
        audiences = List.copyOf(audiences);
    }
}
