package org.clientportal.portal.tickets;

import java.time.Duration;
import java.time.Instant;
import org.clientportal.itsm.StatusMeaning;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a ticket after its answer.
 *
 * @param since when it came to mean what it means now
 * @param closesAt when it will be closed if nobody answers; null when nothing was promised
 * @param mine whether it was opened for the viewer
 * @param rating what the viewer said of it last, null when nothing
 */
public record AfterAnswer(
        Instant since,
        @Nullable Instant closesAt,
        boolean mine,
        @Nullable Rated rating) {

    /**
     * What the viewer said.
     *
     * @param delivery as of an entry: SENDING, DELIVERED, UNKNOWN, FAILED
     */
    public record Rated(int score, String comment, String delivery) {}

    /** Whether what is over can be opened again. */
    boolean canReopen(Duration within, Instant now) {
        return now.isBefore(since.plus(within));
    }

    /** Whether the viewer can say how it was: it is over, or the viewer has just said so. */
    boolean canRate(ListedTicket ticket, Duration within, Instant now) {
        var over = ticket.meaning() == StatusMeaning.CLOSED
                || ticket.meaning() == StatusMeaning.SOLVED && ticket.onItsWay();
        return mine && over && ticket.delivered() && now.isBefore(since.plus(within));
    }
}
