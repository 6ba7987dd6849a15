package org.clientportal.portal.catalogue;

import java.util.List;
import java.util.Optional;
import org.clientportal.itsm.Person;

/** The words for who has a kind of request, and the reader scopes that they mean. */
final class AudienceWords {

    private static final String ORGANISATION = "organisation:";
    private static final String GROUP = "group:";
    private static final String KIND = "kind:";
    private static final List<String> KINDS = List.of("employee", "external", "agent");

    private AudienceWords() {}

    static boolean isOne(String word) {
        return word.equals("everyone")
                || organisation(word).filter(id -> !id.isEmpty()).isPresent()
                || word.startsWith(GROUP) && word.length() > GROUP.length()
                || word.startsWith(KIND) && KINDS.contains(word.substring(KIND.length()));
    }

    /** The organisation that a word names. */
    static Optional<String> organisation(String word) {
        return word.startsWith(ORGANISATION)
                ? Optional.of(word.substring(ORGANISATION.length()).strip())
                : Optional.empty();
    }

    /** @param organisation the platform's id of the organisation, where the word names one */
    static String scope(String word, String organisation) {
        if (word.equals("everyone")) {
            return "a:*";
        }
        if (word.startsWith(ORGANISATION)) {
            return "a:o:" + organisation;
        }
        return word.startsWith(GROUP)
                ? "a:g:" + word.substring(GROUP.length()).strip()
                : "a:k:"
                        + Person.Kind.valueOf(word.substring(KIND.length()).toUpperCase(java.util.Locale.ROOT))
                                .name();
    }
}
