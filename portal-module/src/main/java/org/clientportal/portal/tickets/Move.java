package org.clientportal.portal.tickets;

import org.clientportal.itsm.Entry;
import org.clientportal.itsm.StatusMeaning;

/** Whose move a ticket is. The table is docs/status.md; a test compares the two. */
public enum Move {
    /** Something the person wrote is still on its way; never the person's move. */
    ON_ITS_WAY,
    /** Support's. */
    OURS,
    /** The person's: answer. */
    YOURS_ANSWER,
    /** The person's: say whether it works. */
    YOURS_CHECK,
    /** A third party's. */
    OTHERS,
    /** Nobody's before the planned date. */
    PLANNED,
    /** Nobody's: it is over. */
    NOBODY;

    /**
     * @param lastAuthor who spoke last in public
     * @param onItsWay whether an entry of the person waits in the outbox
     */
    public static Move of(StatusMeaning meaning, Entry.Role lastAuthor, boolean onItsWay) {
        if (onItsWay) {
            return ON_ITS_WAY;
        }
        return switch (meaning) {
            case NEW, IN_WORK -> OURS;
            case WAITING_FOR_PERSON -> lastAuthor == Entry.Role.PERSON ? OURS : YOURS_ANSWER;
            case WAITING_FOR_OTHERS -> OTHERS;
            case PLANNED -> PLANNED;
            case SOLVED -> YOURS_CHECK;
            case CLOSED -> NOBODY;
        };
    }

    public boolean isYours() {
        return this == YOURS_ANSWER || this == YOURS_CHECK;
    }
}
