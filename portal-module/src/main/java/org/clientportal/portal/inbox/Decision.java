package org.clientportal.portal.inbox;

import org.jspecify.annotations.Nullable;

/** What is to become of a mail, and why. */
sealed interface Decision {

    String reason();

    /** Nothing. */
    record Ignore(String reason) implements Decision {}

    /** A human looks at it. */
    record Hold(String reason, @Nullable Sender sender) implements Decision {}

    /**
     * A reply in a ticket.
     *
     * @param verified whether more than the From line says who writes
     * @param reopen whether the ticket is solved or closed and work goes on
     * @param onBehalfOf name of the person for whom the sender stands in; null when for themselves
     */
    record Reply(
            String reason,
            Sender sender,
            MailTickets.Found ticket,
            boolean verified,
            boolean reopen,
            @Nullable String onBehalfOf)
            implements Decision {}

    /**
     * A new ticket.
     *
     * @param follows the ticket that it takes up again, null for none
     */
    record Open(String reason, Sender sender, MailTickets.@Nullable Found follows) implements Decision {

        Open(String reason, Sender sender) {
            this(reason, sender, null);
        }
    }
}
