package org.clientportal.portal.tickets;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Needs;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.conversation.FormView;
import org.clientportal.portal.conversation.Forms;
import org.clientportal.portal.web.Frames;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** "No, still broken", and why. */
@Controller
@RequestMapping("/tickets/{number}/reopening")
@Needs(Feature.TICKETS)
class TicketReopeningController {

    private final AfterPages pages;
    private final AfterForms after;
    private final TicketForms tickets;
    private final Forms forms;
    private final FormView view;
    private final Frames frames;

    TicketReopeningController(
            AfterPages pages, AfterForms after, TicketForms tickets, Forms forms, FormView view, Frames frames) {
        this.pages = pages;
        this.after = after;
        this.tickets = tickets;
        this.forms = forms;
        this.view = view;
        this.frames = frames;
    }

    @GetMapping
    ModelAndView ask(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable UUID draft) {
        var kept = draft == null ? null : forms.draft(draft).orElse(null);
        var page = pages.reopening(request, viewer, number, kept, List.of());
        return page == null ? new ModelAndView("redirect:" + TicketDrafts.PLAIN + "?follows=" + number) : page.show();
    }

    @PostMapping
    ModelAndView reopen(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String formKey,
            @RequestParam(required = false) @Nullable String remove) {
        tickets.mustSee(viewer, number);
        var earlier = forms.resultOf(formKey);
        if (earlier.isPresent()) {
            return new ModelAndView("redirect:" + earlier.get());
        }
        var url = "/tickets/" + number + "/reopening";
        var kept = forms.keep(viewer, url, request);
        if (kept.isForFiles(remove)) {
            return new ModelAndView("redirect:" + url + "?draft=" + kept.draft().getId() + "#files");
        }
        var problems = new ArrayList<>(after.problemsOfReopening(kept.draft()));
        problems.addAll(view.problems(kept, frames.frame(request, null).formats()));
        var page = problems.isEmpty() ? null : pages.reopening(request, viewer, number, kept.draft(), problems);
        if (page != null) {
            return page.show(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        try {
            return new ModelAndView("redirect:" + after.reopen(viewer, number, kept.draft()));
        } catch (TicketSending.AlreadySent twin) {
            return new ModelAndView(
                    "redirect:" + forms.resultOf(kept.draft().formKey()).orElse("/tickets/" + number));
        }
    }
}
