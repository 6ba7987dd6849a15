package org.clientportal.itsm;

import java.util.List;

/**
 * A page of the platform's changes.
 *
 * @param organisations new or changed organisations; a parent may come after its child
 * @param people new or changed people
 * @param tickets new or changed tickets, each with its public entries
 * @param nextCursor where to go on; opaque, at most 1,000 characters
 * @param more whether another page waits now
 */
public record ChangePage(
        List<Organisation> organisations, List<Person> people, List<Ticket> tickets, String nextCursor, boolean more) {

    public boolean isEmpty() {
        return organisations.isEmpty() && people.isEmpty() && tickets.isEmpty();
    }
}
