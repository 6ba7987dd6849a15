package org.clientportal.portal.conversation;

import org.clientportal.itsm.StatusMeaning;
import org.clientportal.portal.web.Sign;
import org.jspecify.annotations.Nullable;

/**
 * The state of a ticket as a pill: words, shape and colour together.
 *
 * @param date for {@link State#PLANNED}, ready to be shown; null otherwise
 */
public record StateView(State state, @Nullable String date) {

    /** Seven states of the platform, two of the way there, two as others see them. */
    public enum State implements Sign {
        NEW("new", "inbox", "info"),
        IN_WORK("in-work", "clock", "info"),
        WAITING_FOR_PERSON("yours", "reply", "attn"),
        WAITING_FOR_OTHERS("others", "pause", "quiet"),
        PLANNED("planned", "calendar", "quiet"),
        SOLVED("solved", "check", "ok"),
        CLOSED("closed", "closed", "quiet"),
        /** Written here, not yet with the platform. */
        SENDING("sending", "send", "quiet"),
        /** Refused by the platform. */
        NOT_SENT("not-sent", "alert", "bad"),
        /** Somebody else's, who is asked for something. */
        ASKED("asked", "reply", "quiet"),
        /** Somebody else's, who is to check it. */
        TO_CHECK("to-check", "check", "ok");

        private final Look look;

        State(String key, String icon, String tone) {
            look = new Look(key, icon, tone);
        }

        @Override
        public Look look() {
            return look;
        }

        public static State of(StatusMeaning meaning) {
            return valueOf(meaning.name());
        }
    }

    public static StateView of(State state) {
        return new StateView(state, null);
    }

    public static StateView of(StatusMeaning meaning) {
        return of(State.of(meaning));
    }
}
