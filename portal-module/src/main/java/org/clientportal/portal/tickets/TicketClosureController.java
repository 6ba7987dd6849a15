package org.clientportal.portal.tickets;

import jakarta.servlet.http.HttpServletRequest;
import org.clientportal.itsm.Submission.Wish;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Needs;
import org.clientportal.portal.access.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** "It works" or "no longer needed". */
@Controller
@Needs(Feature.TICKETS)
class TicketClosureController {

    private final TicketPages pages;
    private final TicketForms tickets;

    TicketClosureController(TicketPages pages, TicketForms tickets) {
        this.pages = pages;
        this.tickets = tickets;
    }

    @GetMapping("/tickets/{number}/closure")
    ModelAndView ask(HttpServletRequest request, Viewer viewer, @PathVariable String number) {
        return pages.closure(request, viewer, number).show();
    }

    @PostMapping("/tickets/{number}/closure")
    String close(Viewer viewer, @PathVariable String number, @RequestParam(defaultValue = "") String formKey) {
        return "redirect:" + tickets.wish(viewer, number, Wish.CLOSE, formKey) + "?said=closed";
    }
}
