package org.clientportal.itsm;

import java.util.List;

/**
 * Who something is meant for. Whoever is named by any part may see it; with nothing named nobody does.
 *
 * @param open anybody, without signing in, where the portal's administrator allows that; implies {@code everyone}
 * @param everyone all who are signed in
 * @param organisationIds the people of these organisations and of all below them
 * @param groups the people of these groups, by the name the platform and the portal share
 * @param personIds these people
 */
public record Audience(
        boolean open, boolean everyone, List<String> organisationIds, List<String> groups, List<String> personIds) {

    /** All who are signed in. */
    public static final Audience EVERYONE = new Audience(false, true, List.of(), List.of(), List.of());

    public Audience {
        organisationIds = List.copyOf(organisationIds);
        groups = List.copyOf(groups);
        personIds = List.copyOf(personIds);
    }
}
