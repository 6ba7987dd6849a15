package org.clientportal.portal.tickets;

import java.util.List;
import org.clientportal.portal.conversation.AttachmentView;
import org.clientportal.portal.web.WhenView;
import org.jspecify.annotations.Nullable;

/**
 * The facts beside a conversation; null where the platform has none.
 *
 * @param participants names of those who see it, the viewer not among them
 * @param files every file of the ticket, newest first
 * @param closeUrl page that asks whether to close; null when it cannot be closed now
 */
public record TicketDetails(
        @Nullable String agent,
        @Nullable String category,
        @Nullable String priority,
        @Nullable String organisation,
        WhenView created,
        WhenView changed,
        List<String> participants,
        List<AttachmentView> files,
        @Nullable String closeUrl) {

    public TicketDetails {
        participants = List.copyOf(participants);
        files = List.copyOf(files);
    }
}
