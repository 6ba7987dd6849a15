package org.clientportal.portal.tickets;

import java.time.Instant;
import org.clientportal.portal.web.Formats;
import org.clientportal.portal.web.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a ticket at its end, in words.
 *
 * @param closesOn day on which it will be closed if nobody answers, ready to be shown; null when that is not foreseen
 * @param reopensUntil day until which it can be opened again, ready to be shown
 * @param forGood whether it cannot be opened again
 */
record TicketEnd(@Nullable String closesOn, String reopensUntil, boolean forGood) {

    static TicketEnd of(ListedTicket ticket, boolean forGood, TicketSettings settings, Formats formats) {
        var after = ticket.after();
        var closesAt = after == null ? null : after.closesAt();
        var since = after == null ? formats.now() : after.since();
        return new TicketEnd(
                closesAt == null || closesAt.isBefore(formats.now()) ? null : day(closesAt, formats),
                day(since.plus(settings.reopenWithin()), formats),
                forGood);
    }

    Phrase ofSolved() {
        return closesOn == null
                ? Phrase.of("ticket.move.check-sentence")
                : Phrase.of("ticket.move.check-closes", closesOn);
    }

    Phrase ofClosed() {
        return forGood ? Phrase.of("ticket.move.over-for-good") : Phrase.of("ticket.move.over-until", reopensUntil);
    }

    private static String day(Instant at, Formats formats) {
        return formats.date(formats.dayOf(at));
    }
}
