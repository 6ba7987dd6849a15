package org.clientportal.demo.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.clientportal.demo.desk.Register.Step;
import org.clientportal.itsm.Approval;
import org.clientportal.itsm.Approval.State;
import org.clientportal.itsm.Delivered;
import org.clientportal.itsm.Entry.Author;
import org.clientportal.itsm.Entry.Kind;
import org.clientportal.itsm.Entry.Role;
import org.clientportal.itsm.Submission.Decision;
import org.jspecify.annotations.Nullable;

/** Who is asked to agree, and what they say: each approval is decided once. */
final class Approvals {

    private Approvals() {}

    /** Asks a person; several people are asked by several approvals. */
    static Approval ask(Step step, String ticketId, String personId, String question, @Nullable Instant dueAt) {
        var ticket = step.ticket(ticketId).orElseThrow(() -> gone("ticket " + ticketId));
        var person = step.person(personId).orElseThrow(() -> gone("person " + personId));
        var approval = new Approval(
                ticket.id() + ".a" + (ticket.approvals().size() + 1),
                person.id(),
                question,
                step.now(),
                dueAt,
                State.WAITING,
                null,
                "");
        var all = new ArrayList<>(ticket.approvals());
        all.add(approval);
        step.save(ticket.change().approvals(all).made());
        return approval;
    }

    /** Also by an agent who heard it on the phone, or who takes the question back. */
    static Approval settle(Step step, String ticketId, String approvalId, State state, String reason) {
        var ticket = step.ticket(ticketId).orElseThrow(() -> gone("ticket " + ticketId));
        var waiting = waiting(ticket, approvalId);
        var settled = decided(ticket, waiting, state, reason, step.now()).made();
        step.save(settled);
        return one(settled, approvalId);
    }

    static Delivered decide(Step step, String key, Submissions.Body body) {
        var ticket = step.ticket(body.ticketId()).orElseThrow(() -> gone("ticket " + body.ticketId()));
        var approval = one(ticket, String.valueOf(body.approvalId()));
        var decision = body.decision();
        var text = body.text() == null ? "" : body.text();
        if (decision == null || text.isBlank() && decision != Decision.APPROVE) {
            throw new Refusal(Refusal.Kind.INVALID, "decision is needed, and text unless it approves");
        }
        if (decision == Decision.COMMENT) {
            return said(step, key, body, ticket, text);
        }
        if (!approval.approverId().equals(body.writer().personId())
                && body.writer().onBehalfOf() == null) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "Approval " + approval.id() + " asks somebody else.");
        }
        var state = decision == Decision.APPROVE ? State.APPROVED : State.REFUSED;
        step.save(decided(ticket, waiting(ticket, approval.id()), state, text, step.now())
                .made());
        return new Delivered(ticket.id(), ticket.number(), null);
    }

    /** A comment is an entry like a reply, and moves the ticket nowhere. */
    private static Delivered said(Step step, String key, Submissions.Body body, DeskTicket ticket, String text) {
        var writer = body.writer();
        var entry = new DeskEntry(
                ticket.nextOrder(),
                Kind.REPLY,
                false,
                new Author(writer.personId(), writer.name(), Role.PERSON, writer.onBehalfOf()),
                step.now(),
                text,
                false,
                null,
                key,
                writer.channel(),
                writer.verified(),
                List.of());
        step.save(ticket.with(entry));
        return new Delivered(
                ticket.id(), ticket.number(), entry.published(ticket.id()).id());
    }

    private static DeskTicket.Draft decided(
            DeskTicket ticket, Approval waiting, State state, String reason, Instant now) {
        return ticket.change()
                .approvals(ticket.approvals().stream()
                        .map(each -> each.id().equals(waiting.id())
                                ? new Approval(
                                        each.id(),
                                        each.approverId(),
                                        each.question(),
                                        each.requestedAt(),
                                        each.dueAt(),
                                        state,
                                        now,
                                        reason)
                                : each)
                        .toList())
                .changedAt(now);
    }

    private static Approval waiting(DeskTicket ticket, String approvalId) {
        var approval = one(ticket, approvalId);
        if (approval.state() != State.WAITING) {
            throw new Refusal(Refusal.Kind.CLOSED, "Approval " + approvalId + " is " + approval.state() + " already.");
        }
        return approval;
    }

    private static Approval one(DeskTicket ticket, String approvalId) {
        return ticket.approvals().stream()
                .filter(each -> each.id().equals(approvalId))
                .findFirst()
                .orElseThrow(() -> gone("approval " + approvalId));
    }

    private static Refusal gone(String what) {
        return new Refusal(Refusal.Kind.GONE, what + " does not exist");
    }
}
