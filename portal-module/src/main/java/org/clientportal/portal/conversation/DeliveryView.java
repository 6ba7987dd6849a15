package org.clientportal.portal.conversation;

import java.util.Locale;
import org.clientportal.itsm.ItsmRejected;
import org.clientportal.portal.web.Phrase;
import org.clientportal.portal.web.Sign;
import org.jspecify.annotations.Nullable;

/**
 * How far the person's own words have come. Nothing is called delivered before the platform has it.
 *
 * @param byMail whether the words came to us as a mail
 * @param why for {@link State#NOT_DELIVERED}: what was refused, in plain words
 * @param retryUrl where the entry is sent again by POST; null when that would not help
 * @param formKey one-time key of the retry; null without a retry
 */
public record DeliveryView(
        State state,
        boolean byMail,
        @Nullable Phrase why,
        @Nullable String retryUrl,
        @Nullable String formKey) {

    /** The honest states of something on its way. */
    public enum State implements Sign {
        SENDING("sending", "clock", "quiet"),
        DELIVERED("delivered", "check", "ok"),
        NOT_DELIVERED("not-delivered", "alert", "bad"),
        /** It may have arrived; the portal is asking. */
        UNKNOWN("unknown", "clock", "attn");

        private final Look look;

        State(String key, String icon, String tone) {
            look = new Look(key, icon, tone);
        }

        @Override
        public Look look() {
            return look;
        }
    }

    public static DeliveryView sending() {
        return new DeliveryView(State.SENDING, false, null, null, null);
    }

    public static DeliveryView delivered(boolean byMail) {
        return new DeliveryView(State.DELIVERED, byMail, null, null, null);
    }

    public static DeliveryView unknown() {
        return new DeliveryView(State.UNKNOWN, false, null, null, null);
    }

    public static DeliveryView notDelivered(
            ItsmRejected.Reason why, @Nullable String retryUrl, @Nullable String formKey) {
        var reason = why.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new DeliveryView(State.NOT_DELIVERED, false, Phrase.of("delivery.why." + reason), retryUrl, formKey);
    }
}
