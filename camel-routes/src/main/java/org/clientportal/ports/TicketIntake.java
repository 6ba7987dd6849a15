package org.clientportal.ports;

import java.util.List;
import org.clientportal.itsm.Ticket;

/** Stores tickets of the platform in the mirror, within the caller's transaction. Inward. */
public interface TicketIntake {

    /** Newer versions replace older ones; the portal's own writes are recognised by request key. */
    void take(List<Ticket> tickets);
}
