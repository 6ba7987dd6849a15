package org.clientportal.keycloak;

import java.util.List;
import java.util.stream.Stream;
import org.clientportal.ports.Realm.Action;
import org.clientportal.ports.Realm.Difference;
import org.clientportal.ports.Realm.Step;

/** One kind of object of the realm. */
interface RealmPart {

    /** What is not as wanted. Looked at when the parts before are done. */
    Stream<Change> changes(RealmCalls.Session keycloak);

    /** A step and how it is taken. */
    record Change(Step step, Runnable act) {

        static Change create(String object, List<Difference> differences, Runnable act) {
            return new Change(new Step(object, Action.CREATE, differences), act);
        }

        static Change change(String object, List<Difference> differences, Runnable act) {
            return new Change(new Step(object, Action.CHANGE, differences), act);
        }

        static Change leave(String object, Difference difference) {
            return new Change(new Step(object, Action.LEAVE, List.of(difference)), () -> {});
        }

        boolean leaves() {
            return step.action() == Action.LEAVE;
        }
    }
}
