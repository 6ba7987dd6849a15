package org.clientportal.portal.identity;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a person's login stood at Keycloak, and what was done about it.
 *
 * @param needsPassword Keycloak has none, or an older one than the portal set last, so the person cannot know it
 * @param why what is in the way, null when nothing is
 */
record Relinked(
        Account account,
        Outcome outcome,
        boolean needsPassword,
        @Nullable String why) {

    enum Outcome {
        /** As it should be. */
        RIGHT,
        /** Keycloak has it under another id, which is stored now. */
        LINKED,
        /** Name, address, mark or switch were old. */
        MENDED,
        /** It was gone and is there again, without a password. */
        MADE,
        /** The person has no access, and Keycloak did not know so any more. */
        SWITCHED_OFF,
        /** Work on it waits in the outbox, which does the rest. */
        WAITING,
        /** Something is in the way. */
        REFUSED;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Relinked of(Account account, Outcome outcome) {
        return new Relinked(account, outcome, false, null);
    }

    static Relinked refused(Account account, RuntimeException refused) {
        return new Relinked(account, Outcome.REFUSED, false, refused.getMessage());
    }
}
