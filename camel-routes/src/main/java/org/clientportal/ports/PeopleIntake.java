package org.clientportal.ports;

import java.util.List;
import org.clientportal.itsm.Organisation;
import org.clientportal.itsm.Person;

/** Stores people and organisations of the platform, within the caller's transaction. Inward. */
public interface PeopleIntake {

    void take(List<Organisation> organisations, List<Person> people);
}
