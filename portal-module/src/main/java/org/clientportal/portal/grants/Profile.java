package org.clientportal.portal.grants;

import static org.clientportal.portal.access.Feature.ASSETS;
import static org.clientportal.portal.access.Feature.CHAT;
import static org.clientportal.portal.access.Feature.DOCUMENTS;
import static org.clientportal.portal.access.Feature.KNOWLEDGE;
import static org.clientportal.portal.access.Feature.MESSAGES;
import static org.clientportal.portal.access.Feature.NOTES;
import static org.clientportal.portal.access.Feature.RECEIPTS;
import static org.clientportal.portal.access.Feature.TICKETS;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.clientportal.portal.access.Feature;

/** A named bundle: what it grants; everything else it denies. */
enum Profile {
    /** Somebody of the firm. */
    EMPLOYEE(EnumSet.of(KNOWLEDGE, TICKETS, CHAT, MESSAGES, ASSETS, DOCUMENTS, NOTES, RECEIPTS)),
    /** A customer's person: asks, reads, gets documents. */
    EXTERNAL_CLIENT(EnumSet.of(KNOWLEDGE, TICKETS, MESSAGES, DOCUMENTS)),
    /** May ask for help and confirm what was handed over, nothing more. */
    RESTRICTED(EnumSet.of(TICKETS, RECEIPTS));

    private final Set<Feature> granted;

    Profile(Set<Feature> granted) {
        this.granted = granted;
    }

    /** The name in commands and the admin API. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Profile> of(String word) {
        return Arrays.stream(values())
                .filter(profile -> profile.word().equals(word))
                .findFirst();
    }

    /** Organisation-tickets and second-factor are given by name only, and left as they are. */
    Set<Feature> about() {
        return EnumSet.complementOf(EnumSet.of(Feature.ORGANISATION_TICKETS, Feature.SECOND_FACTOR));
    }

    boolean grants(Feature feature) {
        return granted.contains(feature);
    }
}
