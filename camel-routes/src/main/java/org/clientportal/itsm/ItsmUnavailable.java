package org.clientportal.itsm;

/**
 * The platform gave no answer that can be trusted: not reached, timed out, cut, 5xx, or our account was refused (401, 403,
 * 429). On a write this means: it may or may not have happened, so ask by request key before repeating.
 */
public class ItsmUnavailable extends RuntimeException {

    private final boolean alarm;

    public ItsmUnavailable(String message, Throwable cause) {
        super(message, cause);
        this.alarm = false;
    }

    public ItsmUnavailable(String message, boolean alarm) {
        super(message);
        this.alarm = alarm;
    }

    /** Whether an administrator has to act (the service account is refused), as opposed to waiting. */
    public boolean alarm() {
        return alarm;
    }
}
