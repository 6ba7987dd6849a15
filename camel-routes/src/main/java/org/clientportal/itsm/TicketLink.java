package org.clientportal.itsm;

/**
 * That a ticket has to do with another one.
 *
 * @param ticketId the platform's id of the other one, which the portal may not know
 * @param kind how, seen from the ticket that has the link
 */
public record TicketLink(String ticketId, Kind kind) {

    /** How two tickets belong together. */
    public enum Kind {
        /** They have to do with each other; also a ticket that follows another one. */
        RELATED,
        /** The other one is the whole that this is a part of. */
        PARENT,
        /** The other one is a part of this. */
        CHILD,
        /** This one waits for the other one. */
        WAITS_FOR,
        /** The other one waits for this. */
        NEEDED_BY
    }
}
