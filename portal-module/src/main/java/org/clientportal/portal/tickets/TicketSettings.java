package org.clientportal.portal.tickets;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What becomes of a ticket after the answer.
 *
 * @param closeAfter how long after it was solved a ticket without an answer is closed; never when not set
 * @param closeNotice how long before that the person is told by mail
 * @param reopenWithin how long after its end a ticket can be opened again; later a new one takes it up
 * @param rateWithin how long after its end the person can say how it was, or say it anew
 */
@ConfigurationProperties(prefix = "portal.tickets", ignoreUnknownFields = false)
public record TicketSettings(
        @Nullable Duration closeAfter,
        @DefaultValue("2d") Duration closeNotice,
        @DefaultValue("14d") Duration reopenWithin,
        @DefaultValue("14d") Duration rateWithin) {

    public TicketSettings {
        if (closeAfter != null && (closeNotice.isNegative() || closeAfter.compareTo(closeNotice) < 0)) {
            throw new IllegalArgumentException(
                    "portal.tickets.close-notice must not be longer than portal.tickets.close-after");
        }
        if (reopenWithin.isNegative() || rateWithin.isNegative()) {
            throw new IllegalArgumentException("portal.tickets.reopen-within and rate-within must not be negative");
        }
    }
}
