package org.clientportal.portal.tickets;

import org.clientportal.itsm.Submission.Wish;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Needs;
import org.clientportal.portal.access.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "No, still broken". */
@Controller
@Needs(Feature.TICKETS)
class TicketReopeningController {

    private final TicketForms tickets;

    TicketReopeningController(TicketForms tickets) {
        this.tickets = tickets;
    }

    @PostMapping("/tickets/{number}/reopening")
    String reopen(Viewer viewer, @PathVariable String number, @RequestParam(defaultValue = "") String formKey) {
        return "redirect:" + tickets.wish(viewer, number, Wish.REOPEN, formKey) + "?said=reopened#reply";
    }
}
