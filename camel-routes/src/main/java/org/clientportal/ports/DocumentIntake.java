package org.clientportal.ports;

import java.util.List;
import org.clientportal.itsm.Document;
import org.clientportal.itsm.Person;

/** Documents the portal mirrors, with all their versions. Called within the caller's transaction. */
public interface DocumentIntake {

    /** Older states than what is known are ignored. */
    void take(List<Document> documents);

    /** People who are in the mirror now: documents that are meant for them wait for them. */
    void peopleArrived(List<Person> people);
}
