package org.clientportal.routes;

import java.util.List;
import org.clientportal.ports.ContentWork;
import org.clientportal.ports.Leadership;

/** Lets contents of files be looked at, one kind of work after the other. */
class TendContents {

    private static final int AT_ONCE = 50;

    private final List<ContentWork> works;
    private final Leadership leadership;

    TendContents(List<ContentWork> works, Leadership leadership) {
        this.works = List.copyOf(works);
        this.leadership = leadership;
    }

    /** Some pieces of each, then others have their turn. */
    public void some() {
        if (!leadership.leads("contents")) {
            return;
        }
        for (var work : works) {
            for (int count = 0; count < AT_ONCE && work.next(); count++) {
                // each piece says whether another waits
            }
        }
    }
}
