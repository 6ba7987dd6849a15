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
 * @param assets what it is about, as far as the viewer has it
 * @param closeUrl page that asks whether to close; null when it cannot be closed now
 * @param mute whether the viewer hears of it, and how to change that; null for whoever hears nothing anyway
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
        List<AssetsNamed.Named> assets,
        @Nullable String closeUrl,
        @Nullable Mute mute) {

    public TicketDetails {
        participants = List.copyOf(participants);
        files = List.copyOf(files);
        assets = List.copyOf(assets);
    }

    /**
     * Whether the viewer wants to hear of it.
     *
     * @param on whether it is mute
     * @param url where a form changes that
     */
    public record Mute(boolean on, String url) {

        static Mute of(ListedTicket ticket) {
            return new Mute(ticket.muted(), ticket.url() + (ticket.muted() ? "/mute/end" : "/mute"));
        }
    }
}
