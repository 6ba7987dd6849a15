package org.clientportal.ports;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.clientportal.itsm.ChangePage;
import org.clientportal.itsm.Ticket;
import org.jspecify.annotations.Nullable;

/**
 * The slow comparison of the whole mirror with the platform, which heals what the feed missed. First everything is read once
 * more from the feed's beginning, with a cursor of its own; then the tickets that did not come are asked for one by one.
 * Inward.
 */
public interface Reconciliation {

    /** What is to be done next. */
    sealed interface Step {}

    /** Nothing now. */
    record Rest() implements Step {}

    /** Read a page of the feed. */
    record Read(@Nullable String cursor) implements Step {}

    /**
     * Ask the platform for tickets that its feed did not bring.
     *
     * @param ticketIds the platform's ids
     */
    record Ask(List<String> ticketIds) implements Step {}

    /**
     * @param every how long it rests between two walks
     */
    Step next(Duration every);

    /**
     * Heals by a page of the feed, and goes on behind it, in one transaction. What is on its way to the platform is left
     * alone.
     *
     * @param from the cursor it was asked with
     * @return false when another node was faster; nothing is stored then
     */
    boolean read(@Nullable String from, ChangePage page);

    /** What the platform says of a ticket that did not come; empty when it is gone. */
    void answered(String ticketId, Optional<Ticket> ticket);

    /** It refuses to say anything about this ticket; left as it is. */
    void refused(String ticketId);
}
