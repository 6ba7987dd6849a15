package org.clientportal.portal.tickets;

import org.clientportal.itsm.Submission.Decision;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.conversation.Draft;
import org.clientportal.portal.conversation.Forms;
import org.clientportal.portal.web.NotFound;
import org.springframework.stereotype.Component;

/** What a person says to a question, done once, in one transaction. */
@Component
class ApprovalForms {

    private final Tickets tickets;
    private final Approvals approvals;
    private final Forms forms;

    ApprovalForms(Tickets tickets, Approvals approvals, Forms forms) {
        this.tickets = tickets;
        this.approvals = approvals;
        this.forms = forms;
    }

    @PageTransaction
    void mustBeAsked(Viewer viewer, String number) {
        asked(viewer, number);
    }

    private ListedTicket asked(Viewer viewer, String number) {
        return tickets.visibleTo(viewer, number)
                .filter(ticket -> !approvals.of(viewer, ticket).isEmpty())
                .orElseThrow(NotFound::new);
    }

    /** @return where to go: what was decided meanwhile is said there, and nothing is half done */
    @PageTransaction
    String say(Viewer viewer, String number, long approval, Decision decision, String text, Draft draft) {
        var ticket = asked(viewer, number);
        var page = ticket.url() + ApprovalPages.PAGE;
        var said = page + "?said=said";
        if (!forms.use(draft, said)) {
            return said;
        }
        return approvals.say(viewer, ticket, approval, decision, text) ? said : page + "?said=over";
    }
}
