package org.clientportal.ports;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The realm of the identity provider as it is to be. Outward; implemented over Keycloak with an account that may do more
 * than the daily one, and absent when that account is not set up.
 */
public interface Realm {

    /**
     * What {@link #apply} would do, in its order; empty of anything but {@link Action#LEAVE} when the realm is as wanted.
     *
     * @throws RealmRefused when the provider does not let the account look
     * @throws Logins.LoginsUnavailable when it does not answer
     */
    List<Step> plan();

    /**
     * Makes the realm as wanted. Nothing that is not ours is removed; what is done stays done when a later step fails, and
     * the next plan shows the rest.
     *
     * @param only names of objects, as steps have them; empty for all
     * @param done told each step when it is taken
     */
    void apply(List<String> only, Consumer<Step> done);

    /** What becomes of an object. */
    enum Action {
        CREATE,
        CHANGE,
        /** Differs from what is wanted, but is somebody else's: only told. */
        LEAVE
    }

    /**
     * One object of the realm that is not as wanted.
     *
     * @param object kind and name, such as {@code client portal}
     */
    record Step(String object, Action action, List<Difference> differences) {

        public Step {
            differences = List.copyOf(differences);
        }
    }

    /**
     * One value. Secrets are never among them.
     *
     * @param is null when there is none
     * @param wanted null for what is left as it is
     */
    record Difference(
            String name, @Nullable String is, @Nullable String wanted) {}

    /** The provider refuses: a right is missing, or it does not take a value. The message says what to do. */
    class RealmRefused extends RuntimeException {
        public RealmRefused(String message) {
            super(message);
        }
    }
}
