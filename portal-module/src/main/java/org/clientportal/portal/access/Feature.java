package org.clientportal.portal.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an administrator can switch on for somebody; everything is off until it is. All but the last are parts of the portal. */
public enum Feature {
    KNOWLEDGE,
    TICKETS,
    /** Also the tickets of the person's organisation and of those below it; needs {@link #TICKETS}. */
    ORGANISATION_TICKETS,
    /** Also tickets for a colleague, who is then their requester; needs {@link #TICKETS}. */
    ON_BEHALF,
    CHAT,
    MESSAGES,
    ASSETS,
    /** Also what the person's organisation or one above it shares; needs {@link #ASSETS}. */
    ORGANISATION_ASSETS,
    DOCUMENTS,
    NOTES,
    RECEIPTS,
    /** No part of the portal but a demand: they sign in with a second factor, which Keycloak sees to. */
    SECOND_FACTOR;

    /** The name that commands, the admin API and the database use: {@code organisation-tickets}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Feature> of(String word) {
        return Arrays.stream(values())
                .filter(feature -> feature.word().equals(word))
                .findFirst();
    }
}
