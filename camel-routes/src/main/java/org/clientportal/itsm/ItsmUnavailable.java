package org.clientportal.itsm;

import org.jspecify.annotations.Nullable;

/**
 * The platform gave no answer that can be trusted: not reached, timed out, cut, 5xx, or our account was refused (401, 403,
 * 429). On a write this means: it may or may not have happened, so ask by request key before repeating, unless
 * {@link #mayHaveHappened()} says that nothing was sent.
 */
public class ItsmUnavailable extends RuntimeException {

    private final boolean alarm;
    private final boolean mayHaveHappened;

    public ItsmUnavailable(String message, Throwable cause) {
        this(message, cause, false, true);
    }

    public ItsmUnavailable(String message, boolean alarm) {
        this(message, null, alarm, true);
    }

    private ItsmUnavailable(String message, @Nullable Throwable cause, boolean alarm, boolean mayHaveHappened) {
        super(message, cause);
        this.alarm = alarm;
        this.mayHaveHappened = mayHaveHappened;
    }

    /** The request never left: no connection was made, or nothing was sent that has an effect. May be repeated at once. */
    public static ItsmUnavailable notSent(String message, Throwable cause) {
        return new ItsmUnavailable(message, cause, false, false);
    }

    /** Whether an administrator has to act (the service account is refused), as opposed to waiting. */
    public boolean alarm() {
        return alarm;
    }

    /** Whether a write could have had its effect all the same; true when in doubt. */
    public boolean mayHaveHappened() {
        return mayHaveHappened;
    }
}
