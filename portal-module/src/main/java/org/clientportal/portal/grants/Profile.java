package org.clientportal.portal.grants;

import static org.clientportal.portal.access.Feature.ASSETS;
import static org.clientportal.portal.access.Feature.CHAT;
import static org.clientportal.portal.access.Feature.DOCUMENTS;
import static org.clientportal.portal.access.Feature.KNOWLEDGE;
import static org.clientportal.portal.access.Feature.MESSAGES;
import static org.clientportal.portal.access.Feature.NOTES;
import static org.clientportal.portal.access.Feature.ON_BEHALF;
import static org.clientportal.portal.access.Feature.ORGANISATION_ASSETS;
import static org.clientportal.portal.access.Feature.ORGANISATION_TICKETS;
import static org.clientportal.portal.access.Feature.RECEIPTS;
import static org.clientportal.portal.access.Feature.SECOND_FACTOR;
import static org.clientportal.portal.access.Feature.TICKETS;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientportal.portal.access.Feature;

/** A named bundle: what it grants; everything else it denies. */
enum Profile {
    /** Somebody of the firm. */
    EMPLOYEE(EnumSet.of(KNOWLEDGE, TICKETS, CHAT, MESSAGES, ASSETS, DOCUMENTS, NOTES, RECEIPTS)),
    /** A customer's person: asks, reads, gets documents. */
    EXTERNAL_CLIENT(EnumSet.of(KNOWLEDGE, TICKETS, MESSAGES, DOCUMENTS)),
    /** May ask for help and confirm what was handed over, nothing more. */
    RESTRICTED(EnumSet.of(TICKETS, RECEIPTS)),
    /** As {@link #EMPLOYEE}, and signs in with a code besides the password. */
    EMPLOYEE_SECOND_FACTOR(with(EMPLOYEE, SECOND_FACTOR)),
    /** As {@link #EXTERNAL_CLIENT}, and signs in with a code besides the password. */
    EXTERNAL_CLIENT_SECOND_FACTOR(with(EXTERNAL_CLIENT, SECOND_FACTOR));

    private final Set<Feature> granted;

    Profile(Set<Feature> granted) {
        this.granted = granted;
    }

    private static Set<Feature> with(Profile profile, Feature more) {
        var granted = EnumSet.copyOf(profile.granted);
        granted.add(more);
        return granted;
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

    /** What it grants and what it denies. It never takes a second factor away that was demanded otherwise. */
    Set<Feature> about() {
        var about =
                EnumSet.complementOf(EnumSet.of(ORGANISATION_TICKETS, ORGANISATION_ASSETS, ON_BEHALF, SECOND_FACTOR));
        about.addAll(granted);
        return about;
    }

    /** Names of all, for messages. */
    static String words() {
        return Arrays.stream(values()).map(Profile::word).collect(Collectors.joining(", "));
    }

    boolean grants(Feature feature) {
        return granted.contains(feature);
    }
}
