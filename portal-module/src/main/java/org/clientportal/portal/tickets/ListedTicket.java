package org.clientportal.portal.tickets;

import java.time.Instant;
import org.clientportal.itsm.Entry;
import org.clientportal.itsm.StatusMeaning;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as the mirror has it.
 *
 * @param id the portal's id
 * @param number the platform's, or a local one
 * @param delivered whether the platform has it
 * @param onItsWay whether something of the person waits in the outbox
 * @param own whether the viewer is on it or stands in for somebody who is; else it is only read
 * @param requester name of the person it is of; null for the viewer's own, and when the register does not know
 * @param standsFor name of the person for whom the viewer writes in it; null when for themselves, and in lists
 * @param muted whether the viewer wants to hear nothing of it; false in lists
 * @param refused whether something of the person was refused for good
 * @param after what is known of it after its answer; null in lists
 * @param around what stands around it; null in lists
 */
public record ListedTicket(
        long id,
        String number,
        boolean delivered,
        String subject,
        StatusMeaning meaning,
        @Nullable String category,
        @Nullable String priority,
        @Nullable String agent,
        Instant createdAt,
        Instant changedAt,
        Entry.Role lastAuthor,
        boolean onItsWay,
        boolean refused,
        boolean own,
        @Nullable String requester,
        @Nullable String standsFor,
        boolean muted,
        @Nullable AfterAnswer after,
        @Nullable Around around) {

    public Move move() {
        return Move.of(meaning, lastAuthor, onItsWay);
    }

    public String url() {
        return "/tickets/" + number;
    }
}
