package org.clientportal.portal.notes;

import java.util.List;

/**
 * Support wrote a note for people, or changed it. Published in the transaction of the intake.
 *
 * @param people the portal's ids of those who have not read these words
 * @param changed whether they had it before, in other words
 */
public record NoteWritten(long note, List<Long> people, boolean changed) {

    public NoteWritten {
        people = List.copyOf(people);
    }
}
