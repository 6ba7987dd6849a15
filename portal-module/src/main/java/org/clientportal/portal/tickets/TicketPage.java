package org.clientportal.portal.tickets;

import freemarker.core.TemplateHTMLOutputModel;
import java.util.List;
import org.clientportal.portal.conversation.DayView;
import org.clientportal.portal.conversation.EntryView;
import org.clientportal.portal.conversation.OlderView;
import org.clientportal.portal.conversation.StateView;
import org.clientportal.portal.web.Form;
import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * One ticket.
 *
 * @param number null while the platform has not given one yet
 * @param liveId the id by which hints name this ticket
 * @param standsFor name of the person for whom the viewer writes here; null normally
 * @param older null when everything is shown
 * @param reply null when nothing can be said here
 * @param preview what the reply will look like; null unless it is asked for
 * @param quick short answers that can be put into the reply
 * @param after how the viewer found the solution; null when that is not asked
 * @param around where it stands among others
 */
public record TicketPage(
        Frame frame,
        @Nullable String number,
        String liveId,
        String subject,
        @Nullable String standsFor,
        StateView state,
        MovePanel move,
        @Nullable OlderView older,
        List<DayView> days,
        TicketDetails details,
        @Nullable Form reply,
        @Nullable TemplateHTMLOutputModel preview,
        List<String> quick,
        @Nullable AfterView after,
        AroundView around)
        implements Page {

    public TicketPage {
        days = List.copyOf(days);
        quick = List.copyOf(quick);
    }

    /** The newest words of somebody else, to be announced when they arrive; null when there are none. */
    public @Nullable EntryView lastFromOthers() {
        EntryView last = null;
        for (var day : days) {
            for (var entry : day.entries()) {
                last = entry.said() && entry.side() != EntryView.Side.ME ? entry : last;
            }
        }
        return last;
    }

    public static Form.Problem replyMissing() {
        return Form.Problem.of("text", "ticket.reply.text-missing");
    }

    public static Form.Problem replyTooLong(int limit) {
        return Form.Problem.of("text", "ticket.reply.text-long", limit);
    }

    @Override
    public String template() {
        return "pages/tickets/ticket";
    }
}
