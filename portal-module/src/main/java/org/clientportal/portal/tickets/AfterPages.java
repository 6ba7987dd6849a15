package org.clientportal.portal.tickets;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientportal.itsm.StatusMeaning;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.conversation.Draft;
import org.clientportal.portal.conversation.FormView;
import org.clientportal.portal.web.Form;
import org.clientportal.portal.web.Form.Problem;
import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Frames;
import org.clientportal.portal.web.NotFound;
import org.clientportal.portal.web.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The pages that come after an answer: what still does not work, how it was. */
@Component
class AfterPages {

    private final Frames frames;
    private final Tickets tickets;
    private final FormView forms;
    private final TicketSettings settings;
    private final Clock clock;

    AfterPages(Frames frames, Tickets tickets, FormView forms, TicketSettings settings, Clock clock) {
        this.frames = frames;
        this.tickets = tickets;
        this.forms = forms;
        this.settings = settings;
        this.clock = clock;
    }

    /** Null for what can be opened no more: a new ticket takes it up. */
    @PageTransaction
    @Nullable
    ReopeningPage reopening(
            HttpServletRequest request, Viewer viewer, String number, @Nullable Draft draft, List<Problem> problems) {
        var ticket = tickets.ownOf(viewer, number).orElseThrow(NotFound::new);
        if (isOverForGood(ticket)) {
            return null;
        }
        var frame = frames.frame(request, Place.TICKETS);
        return new ReopeningPage(
                frame,
                ticket.number(),
                ticket.subject(),
                ticket.meaning() != StatusMeaning.CLOSED,
                forms.of(ticket.url() + "/reopening", draft, problems, viewer, frame.formats()),
                ticket.url());
    }

    @PageTransaction
    RatingPage rating(
            HttpServletRequest request, Viewer viewer, String number, @Nullable Draft draft, List<Problem> problems) {
        var ticket = rateable(viewer, number).orElseThrow(NotFound::new);
        var frame = frames.frame(request, Place.TICKETS);
        return new RatingPage(
                frame,
                ticket.number(),
                ticket.subject(),
                form(request, ticket, draft, problems, viewer, frame),
                ticket.url());
    }

    private Form form(
            HttpServletRequest request,
            ListedTicket ticket,
            @Nullable Draft draft,
            List<Problem> problems,
            Viewer viewer,
            Frame frame) {
        var form = forms.of(ticket.url() + "/rating", draft, problems, viewer, frame.formats());
        return new Form(
                form.action(),
                form.formKey(),
                form.draftId(),
                draft == null ? given(request, ticket) : form.values(),
                form.problems(),
                List.of(),
                null);
    }

    /** What was chosen on the ticket's page, and what was said before. */
    private static Map<String, String> given(HttpServletRequest request, ListedTicket ticket) {
        var values = new HashMap<String, String>();
        var after = ticket.after();
        var rated = after == null ? null : after.rating();
        if (rated != null) {
            values.put("score", Integer.toString(rated.score()));
            values.put("comment", rated.comment());
        }
        Optional.ofNullable(request.getParameter("score")).ifPresent(score -> values.put("score", score));
        return values;
    }

    /** The ticket, when this viewer can say how it was. */
    Optional<ListedTicket> rateable(Viewer viewer, String number) {
        return tickets.ownOf(viewer, number).filter(this::canRate);
    }

    boolean canRate(ListedTicket ticket) {
        var after = ticket.after();
        return after != null && after.canRate(ticket, settings.rateWithin(), clock.instant());
    }

    /** Over for so long that it is not opened again. */
    boolean isOverForGood(ListedTicket ticket) {
        var after = ticket.after();
        return ticket.meaning() == StatusMeaning.CLOSED
                && (after == null || !after.canReopen(settings.reopenWithin(), clock.instant()));
    }

    TicketSettings settings() {
        return settings;
    }
}
