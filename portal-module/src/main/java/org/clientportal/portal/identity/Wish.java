package org.clientportal.portal.identity;

import java.util.Optional;
import org.clientportal.portal.audit.Deed;

/**
 * Who wants something done with a login, and how far they may go.
 *
 * @param actor an administrator's login or client id, {@code platform} or the name of a rule
 * @param evenAgent also for somebody who works for support
 * @param evenAdministrator also for a login that opens the admin API
 * @param temporary how the password is to be; empty for what the setting says
 */
record Wish(By by, String actor, boolean evenAgent, boolean evenAdministrator, Optional<Boolean> temporary) {

    enum By {
        ADMINISTRATOR,
        PLATFORM,
        RULE
    }

    /** An agent's in the platform: whoever it names may come in, but it makes nobody an administrator. */
    static Wish platform() {
        return new Wish(By.PLATFORM, "platform", true, false, Optional.empty());
    }

    static Wish rule(String name) {
        return new Wish(By.RULE, name, false, false, Optional.empty());
    }

    Deed.Actor doer() {
        return switch (by) {
            case ADMINISTRATOR -> Deed.Actor.administrator(actor);
            case PLATFORM -> Deed.Actor.platform();
            case RULE -> Deed.Actor.portal();
        };
    }
}
