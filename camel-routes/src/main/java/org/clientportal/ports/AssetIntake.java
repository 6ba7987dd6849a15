package org.clientportal.ports;

import java.util.List;
import org.clientportal.itsm.Asset;
import org.clientportal.itsm.Person;

/** Assets the portal mirrors, with the history of who held them. Called within the caller's transaction. */
public interface AssetIntake {

    /** Older versions than what is known are ignored. */
    void take(List<Asset> assets);

    /** People who are in the mirror now: assets that name them as holders wait for them. */
    void peopleArrived(List<Person> people);
}
