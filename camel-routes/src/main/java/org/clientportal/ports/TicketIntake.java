package org.clientportal.ports;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.clientportal.itsm.Person;
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

    /**
     * As {@link #take}, and what here differs from the platform at the same version is made equal, without telling anybody.
     * Tickets of which something is on its way to the platform are left alone.
     */
    void heal(List<Ticket> tickets, Function<String, StatusMeaning> meanings);

    /**
     * The platform has a ticket no more; left alone while something of it is on its way.
     *
     * @param mergedInto the platform's id of the ticket it is part of now
     */
    void vanished(String ticketId, Optional<String> mergedInto);

    /** People were stored; whoever of them was named on a ticket before that now sees it. */
    void peopleArrived(List<Person> people);

    /** The platform's statuses mean something else now. */
    void meaningsChanged(Function<String, StatusMeaning> meanings);
}
