package org.clientportal.portal.notifications;

import java.util.Locale;
import org.clientportal.portal.notifications.TicketMail.Kind;

/** What a person decides about as one: several kinds of notification belong together. */
enum Topic {
    /** Support wrote. */
    ANSWER,
    /** The state changed without words. */
    STATE,
    /** It is solved, will be closed soon, or is closed. */
    END,
    /** The person is asked to approve something, or reminded. Always shown on the portal, also for a mute ticket. */
    APPROVAL,
    /** The platform took the ticket. */
    RECEIVED;

    static Topic of(Kind kind) {
        return switch (kind) {
            case REPLY -> ANSWER;
            case STATUS -> STATE;
            case SOLVED, CLOSING, CLOSED -> END;
            case APPROVAL, REMINDER -> APPROVAL;
            case RECEIVED -> RECEIVED;
        };
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of its field in the form. */
    String field() {
        return "mail-" + key();
    }
}
