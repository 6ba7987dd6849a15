package org.clientportal.portal.tickets;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Needs;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.conversation.Forms;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How a person found the solution. */
@Controller
@RequestMapping("/tickets/{number}/rating")
@Needs(Feature.TICKETS)
class TicketRatingController {

    private final AfterPages pages;
    private final AfterForms after;
    private final TicketForms tickets;
    private final Forms forms;

    TicketRatingController(AfterPages pages, AfterForms after, TicketForms tickets, Forms forms) {
        this.pages = pages;
        this.after = after;
        this.tickets = tickets;
        this.forms = forms;
    }

    @GetMapping
    ModelAndView ask(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable UUID draft) {
        var kept = draft == null ? null : forms.draft(draft).orElse(null);
        return pages.rating(request, viewer, number, kept, List.of()).show();
    }

    @PostMapping
    ModelAndView rate(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String formKey) {
        tickets.mustSee(viewer, number);
        var earlier = forms.resultOf(formKey);
        if (earlier.isPresent()) {
            return new ModelAndView("redirect:" + earlier.get());
        }
        var kept = forms.keep(viewer, "/tickets/" + number + "/rating", request);
        var problems = after.problemsOfRating(kept.draft());
        if (!problems.isEmpty()) {
            return pages.rating(request, viewer, number, kept.draft(), problems).show(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        try {
            return new ModelAndView("redirect:" + after.rate(viewer, number, kept.draft()));
        } catch (TicketSending.AlreadySent twin) {
            return new ModelAndView(
                    "redirect:" + forms.resultOf(kept.draft().formKey()).orElse("/tickets/" + number));
        }
    }
}
