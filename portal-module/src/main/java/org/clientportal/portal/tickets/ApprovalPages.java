package org.clientportal.portal.tickets;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientportal.itsm.Submission.Decision;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.conversation.Draft;
import org.clientportal.portal.conversation.FormKeys;
import org.clientportal.portal.tickets.Approvals.Asked;
import org.clientportal.portal.web.Choice;
import org.clientportal.portal.web.Flash;
import org.clientportal.portal.web.Form;
import org.clientportal.portal.web.Form.Problem;
import org.clientportal.portal.web.Formats;
import org.clientportal.portal.web.Frames;
import org.clientportal.portal.web.NotFound;
import org.clientportal.portal.web.Phrase;
import org.clientportal.portal.web.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what the pages of approvals show, each in one transaction with the viewer's eyes. */
@Component
class ApprovalPages {

    static final String PAGE = "/approval";

    private final Frames frames;
    private final Tickets tickets;
    private final Approvals approvals;
    private final FormKeys keys;
    private final TicketSight sight;

    ApprovalPages(Frames frames, Tickets tickets, Approvals approvals, FormKeys keys, TicketSight sight) {
        this.frames = frames;
        this.tickets = tickets;
        this.approvals = approvals;
        this.keys = keys;
        this.sight = sight;
    }

    @PageTransaction
    ApprovalsPage list(HttpServletRequest request, Viewer viewer) {
        var frame = frames.frame(request, Place.TICKETS);
        var all = approvals.of(viewer);
        return new ApprovalsPage(
                frame,
                all.stream()
                        .filter(Asked::isOpen)
                        .map(one -> row(one, frame.formats()))
                        .toList(),
                all.stream()
                        .filter(one -> !one.isOpen())
                        .map(one -> row(one, frame.formats()))
                        .toList());
    }

    private static ApprovalsPage.Row row(Asked one, Formats formats) {
        var decided = one.decidedAt();
        return new ApprovalsPage.Row(
                "/tickets/" + one.number() + PAGE,
                one.number(),
                one.subject(),
                Phrase.of("approval.state." + state(one)),
                tone(one),
                formats.when(decided == null ? one.requestedAt() : decided));
    }

    /** The last part of a message key. */
    private static String state(Asked one) {
        var said = one.said();
        if (one.isOpen() || said == null || one.state() != org.clientportal.itsm.Approval.State.WAITING) {
            return one.state().name().toLowerCase(Locale.ROOT);
        }
        return said == Decision.APPROVE ? "approving" : "refusing";
    }

    private static String tone(Asked one) {
        return switch (state(one)) {
            case "waiting" -> "attn";
            case "approved" -> "ok";
            case "refused" -> "bad";
            default -> "info";
        };
    }

    private static String icon(Asked one) {
        return switch (state(one)) {
            case "waiting" -> "clock";
            case "approved" -> "check";
            case "refused" -> "x";
            default -> "send";
        };
    }

    /** @param draft what was typed before; null for a fresh form */
    @PageTransaction
    ApprovalPage page(
            HttpServletRequest request,
            Viewer viewer,
            String number,
            @Nullable Draft draft,
            List<Problem> problems,
            @Nullable Flash flash) {
        var ticket = tickets.visibleTo(viewer, number).orElseThrow(NotFound::new);
        var one = approvals.of(viewer, ticket).stream().findFirst().orElseThrow(NotFound::new);
        var frame = sight.seen(
                viewer,
                ticket.id(),
                frames.frame(request, Place.TICKETS).withFlash(flash != null ? flash : said(request)));
        var formats = frame.formats();
        var due = one.dueAt();
        var chosen = draft == null ? "" : draft.value("decision");
        return new ApprovalPage(
                frame,
                ticket.number(),
                ticket.subject(),
                ticket.url(),
                one.question(),
                formats.when(one.requestedAt()),
                due == null ? null : formats.when(due).title(),
                Phrase.of("approval.said." + state(one)),
                icon(one),
                tone(one),
                one.reason(),
                one.isOpen()
                        ? new Form(
                                ticket.url() + PAGE,
                                draft == null ? keys.issue(viewer) : draft.formKey(),
                                draft == null ? null : draft.getId().toString(),
                                draft == null ? Map.of() : Map.of("text", draft.value("text")),
                                problems,
                                List.of(),
                                null)
                        : null,
                one.id(),
                Arrays.stream(Decision.values())
                        .map(decision -> decision.name().toLowerCase(Locale.ROOT))
                        .map(key -> new Choice(key, frame.words().text("approval.decision." + key), key.equals(chosen)))
                        .toList());
    }

    private static @Nullable Flash said(HttpServletRequest request) {
        var kept = Flash.ofKeptText(request);
        if (kept != null) {
            return kept;
        }
        var said = request.getParameter("said");
        if ("over".equals(said)) {
            return Flash.note("flash.approval-over");
        }
        return "said".equals(said) ? Flash.done("flash.approval-said") : null;
    }
}
