package org.clientportal.ports;

import java.util.List;
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

    /** People were stored; whoever of them was named on a ticket before that now sees it. */
    void peopleArrived(List<Person> people);

    /** The platform's statuses mean something else now. */
    void meaningsChanged(Function<String, StatusMeaning> meanings);
}
