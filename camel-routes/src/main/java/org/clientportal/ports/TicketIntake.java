package org.clientportal.ports;

import java.util.List;
import java.util.function.Function;
import org.clientportal.itsm.StatusMeaning;
import org.clientportal.itsm.Ticket;

/** Stores tickets of the platform in the mirror, within the caller's transaction. Inward. */
public interface TicketIntake {

    /**
     * Newer versions replace older ones; the portal's own writes are recognised by request key.
     *
     * @param meanings what a status of the platform means
     */
    void take(List<Ticket> tickets, Function<String, StatusMeaning> meanings);

    /** The platform's statuses mean something else now. */
    void meaningsChanged(Function<String, StatusMeaning> meanings);
}
