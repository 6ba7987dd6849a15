package org.clientportal.portal.tickets;

import java.time.Instant;
import java.util.function.Function;
import org.clientportal.itsm.StatusMeaning;
import org.clientportal.itsm.Ticket;
import org.jspecify.annotations.Nullable;

/** What the entries of a ticket tell together. */
final class TicketStory {

    private TicketStory() {}

    /** When the ticket came to mean what it means now; its last change when its entries do not tell. */
    static Instant since(Ticket ticket, Function<String, StatusMeaning> meanings) {
        @Nullable StatusMeaning told = null;
        var since = ticket.createdAt();
        for (var entry : ticket.entries()) {
            if (entry.statusId() != null) {
                var meaning = meanings.apply(entry.statusId());
                since = meaning == told ? since : entry.at();
                told = meaning;
            }
        }
        var now = meanings.apply(ticket.statusId());
        if (told == null && now == StatusMeaning.NEW) {
            return ticket.createdAt();
        }
        return told == now ? since : ticket.changedAt();
    }
}
