package org.clientportal.portal.identity;

import java.util.Locale;

/** A login cannot be made or changed as asked. The message is for the administrator. */
public class AccountRefused extends RuntimeException {

    private final Why why;

    AccountRefused(Why why, String message) {
        super(message);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    /** The closed list of refusals, named as in docs/admin-api.md. */
    public enum Why {
        INACTIVE,
        AGENT,
        NO_ADDRESS,
        ADDRESS_SHARED,
        ADDRESS_TAKEN,
        NOT_ENABLED,
        ADMINISTRATOR,
        WRONG_STATE,
        AMBIGUOUS,
        NOT_FOUND;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
