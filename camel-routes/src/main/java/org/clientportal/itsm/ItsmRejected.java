package org.clientportal.itsm;

/** The platform understood and refuses for good; it did not happen. Repeating it unchanged is pointless. */
public class ItsmRejected extends RuntimeException {

    private final Reason reason;

    /** @param detail the platform's own words for the administrator, without the person's text */
    public ItsmRejected(Reason reason, String detail) {
        super(reason + ": " + detail);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** The closed list of refusals. */
    public enum Reason {
        /** The ticket, person or category no longer exists. */
        GONE,
        /** The ticket is closed for answers. */
        CLOSED,
        /** A file or the text is too large for the platform. */
        TOO_LARGE,
        /** The platform finds a value wrong. */
        INVALID,
        /** The platform forbids it for this person or ticket (not: for our account as a whole). */
        FORBIDDEN
    }
}
