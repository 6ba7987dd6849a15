package org.clientportal.portal.tickets;

import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Needs;
import org.clientportal.portal.access.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "Send again" under an entry that was refused. */
@Controller
@Needs(Feature.TICKETS)
class EntryDeliveryController {

    private final TicketForms tickets;

    EntryDeliveryController(TicketForms tickets) {
        this.tickets = tickets;
    }

    @PostMapping("/tickets/{number}/entries/{entry}/delivery")
    String retry(
            Viewer viewer,
            @PathVariable String number,
            @PathVariable long entry,
            @RequestParam(defaultValue = "") String formKey) {
        return "redirect:" + tickets.retry(viewer, number, entry, formKey);
    }
}
