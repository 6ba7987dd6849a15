package org.clientportal.portal.tickets;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Needs;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.conversation.Forms;
import org.clientportal.portal.tickets.TicketPeoplePages.How;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who sees a ticket. */
@Controller
@Needs(Feature.TICKETS)
class TicketPeopleController {

    private final TicketPeoplePages pages;
    private final TicketPeopleForms people;
    private final Forms forms;

    TicketPeopleController(TicketPeoplePages pages, TicketPeopleForms people, Forms forms) {
        this.pages = pages;
        this.people = people;
        this.forms = forms;
    }

    @GetMapping("/tickets/{number}/people")
    ModelAndView people(HttpServletRequest request, Viewer viewer, @PathVariable String number) {
        return pages.page(request, viewer, number, Map.of(), List.of()).show();
    }

    @PostMapping("/tickets/{number}/people")
    ModelAndView add(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String how,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String formKey) {
        var typed = Map.of("who", who, "how", how, "until", until);
        var added = people.add(viewer, number, typed, formKey);
        if (!added.problems().isEmpty()) {
            return pages.page(request, viewer, number, typed, added.problems()).show(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return back(number, added.how() == How.COPY ? "coming" : "shared");
    }

    @PostMapping("/tickets/{number}/people/removal")
    ModelAndView remove(
            Viewer viewer,
            @PathVariable String number,
            @RequestParam(defaultValue = "0") long person,
            @RequestParam(defaultValue = "") String formKey) {
        people.remove(viewer, number, person, formKey);
        return back(number, "removed");
    }

    @GetMapping("/tickets/{number}/people/leaving")
    ModelAndView askToLeave(HttpServletRequest request, Viewer viewer, @PathVariable String number) {
        return pages.leaving(request, viewer, number).show();
    }

    @PostMapping("/tickets/{number}/people/leaving")
    String leave(Viewer viewer, @PathVariable String number, @RequestParam(defaultValue = "") String formKey) {
        // pressed twice: the ticket is not to be seen any more, yet it went as asked
        var earlier = forms.resultOf(formKey);
        if (earlier.isEmpty()) {
            people.leave(viewer, number, formKey);
        }
        return "redirect:/tickets?said=left";
    }

    private static ModelAndView back(String number, String said) {
        return new ModelAndView("redirect:/tickets/" + number + TicketPeoplePages.FORM + "?said=" + said);
    }
}
