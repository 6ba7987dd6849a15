package org.clientportal.itsm.rt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clientportal.itsm.Approval.State;
import org.clientportal.itsm.Delivered;
import org.clientportal.itsm.ItsmRejected;
import org.clientportal.itsm.ItsmRejected.Reason;
import org.clientportal.itsm.Submission.Decision;
import org.clientportal.itsm.Submission.NewDecision;
import org.clientportal.itsm.rt.RtApprovals.Given;
import org.springframework.http.HttpMethod;

/**
 * Writes what somebody said to an approval into the ticket. RT knows no "only if nobody has yet": the decisions of one ticket come one
 * after another from the portal, and here too.
 */
class RtDecisions {

    /** RT keeps values of 255 bytes: login, word and key leave that much. */
    private static final int LONGEST_REASON = 120;

    private final RtClient rt;
    private final RtPeople people;

    RtDecisions(RtClient rt, RtPeople people) {
        this.rt = rt;
        this.people = people;
    }

    /** Of a reason that does not fit, the rest is said as an answer in the ticket. */
    static boolean fits(NewDecision decision) {
        return decision.text().length() <= LONGEST_REASON;
    }

    synchronized Delivered decide(NewDecision decision) {
        var ticket = present(decision.ticketId());
        var login = login(ticket, decision);
        var given = RtApprovals.given(ticket).get(login);
        if (given != null) {
            if (decision.key().value().equals(given.key())) {
                return delivered(ticket);
            }
            throw new ItsmRejected(Reason.CLOSED, "approval " + decision.approvalId() + " is " + given.state());
        }
        if (ticket.customFieldValues(RtFields.APPROVAL_ASKED).stream()
                .noneMatch(value -> value.toLowerCase(Locale.ROOT).startsWith(login))) {
            throw new ItsmRejected(Reason.CLOSED, "approval " + decision.approvalId() + " is withdrawn");
        }
        var text = decision.text().replaceAll("[\\s\\[\\]]+", " ").strip();
        var mine = new Given(
                login,
                decision.decision() == Decision.APPROVE ? State.APPROVED : State.REFUSED,
                text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON - 1) + "…",
                decision.key().value());
        var all = new ArrayList<>(ticket.customFieldValues(RtFields.APPROVAL_GIVEN));
        all.add(mine.text());
        var answer = rt.write(
                HttpMethod.PUT,
                Map.of("CustomFields", Map.of(RtFields.APPROVAL_GIVEN, List.copyOf(all))),
                "/ticket/{id}",
                ticket.id());
        var after = present(decision.ticketId());
        var now = RtApprovals.given(after).get(login);
        if (now == null || !decision.key().value().equals(now.key())) {
            throw new ItsmRejected(now == null ? Reason.INVALID : Reason.CLOSED, answer.words());
        }
        return delivered(after);
    }

    Optional<Delivered> find(NewDecision decision) {
        return ticket(decision.ticketId())
                .filter(ticket -> RtApprovals.given(ticket).values().stream()
                        .anyMatch(given -> decision.key().value().equals(given.key())))
                .map(RtDecisions::delivered);
    }

    private String login(RtItem ticket, NewDecision decision) {
        var prefix = ticket.id() + ".";
        if (!decision.approvalId().startsWith(prefix)) {
            throw new ItsmRejected(Reason.GONE, "approval " + decision.approvalId());
        }
        return people.user(decision.approvalId().substring(prefix.length()))
                .map(user -> user.text("Name").toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new ItsmRejected(Reason.GONE, "approval " + decision.approvalId()));
    }

    private RtItem present(String ticketId) {
        return ticket(ticketId).orElseThrow(() -> new ItsmRejected(Reason.GONE, "ticket " + ticketId));
    }

    private Optional<RtItem> ticket(String ticketId) {
        return ticketId.matches("\\d{1,15}")
                ? rt.get("/ticket/{id}", ticketId)
                        .filter(ticket -> !ticket.text("Status").equals("deleted"))
                : Optional.empty();
    }

    private static Delivered delivered(RtItem ticket) {
        return new Delivered(ticket.id(), ticket.id(), null);
    }
}
