package org.clientportal.demo.desk;

import java.util.List;
import org.clientportal.itsm.Delivered;
import org.clientportal.itsm.Organisation;
import org.clientportal.itsm.Person;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened on the desk: everything it changed, in its new state. Written and read whole.
 *
 * @param epoch only in the first act of a desk: marks its cursors
 * @param submission the submission that caused it
 */
record Act(
        @Nullable String epoch,
        List<Organisation> organisations,
        List<Person> people,
        List<DeskTicket> tickets,
        @Nullable Happened submission) {

    /** A submission had its effect. */
    record Happened(String requestKey, Delivered delivered) {}

    Act {
        organisations = organisations == null ? List.of() : List.copyOf(organisations);
        people = people == null ? List.of() : List.copyOf(people);
        tickets = tickets == null ? List.of() : List.copyOf(tickets);
    }
}
