package org.clientportal.ports;

import java.util.List;
import org.clientportal.itsm.Note;
import org.clientportal.itsm.Person;

/** Notes the portal mirrors. Called within the caller's transaction. */
public interface NoteIntake {

    /** Older versions than what is known are ignored. */
    void take(List<Note> notes);

    /** People who are in the mirror now: notes for them wait for them. */
    void peopleArrived(List<Person> people);
}
