package org.clientportal.portal.tickets;

import jakarta.servlet.http.HttpServletRequest;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Needs(Feature.TICKETS)
class TicketCreationController {

    private final TicketPages pages;
    private final TicketForms tickets;
    private final Forms forms;
    private final FormView view;
    private final Frames frames;

    TicketCreationController(TicketPages pages, TicketForms tickets, Forms forms, FormView view, Frames frames) {
        this.pages = pages;
        this.tickets = tickets;
        this.forms = forms;
        this.view = view;
        this.frames = frames;
    }

    @GetMapping(TicketDrafts.PLAIN)
    ModelAndView blank(
            HttpServletRequest request, Viewer viewer, @RequestParam(required = false) @Nullable UUID draft) {
        var kept = draft == null ? null : forms.draft(draft).orElse(null);
        return pages.blank(request, viewer, kept, List.of()).show();
    }

    @PostMapping("/tickets")
    ModelAndView open(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam(defaultValue = "") String formKey,
            @RequestParam(required = false) @Nullable String remove,
            @RequestParam(required = false) @Nullable String preview) {
        var earlier = forms.resultOf(formKey);
        if (earlier.isPresent()) {
            return new ModelAndView("redirect:" + earlier.get());
        }
        var kept = forms.keep(viewer, TicketDrafts.PLAIN, request);
        if (preview != null) {
            return new ModelAndView("redirect:" + TicketDrafts.PLAIN + "?preview&draft="
                    + kept.draft().getId() + "#preview");
        }
        if (kept.isForFiles(remove)) {
            return new ModelAndView(
                    "redirect:" + TicketDrafts.PLAIN + "?draft=" + kept.draft().getId() + "#files");
        }
        var problems = tickets.problemsOfNew(kept.draft());
        problems.addAll(view.problems(kept, frames.frame(request, null).formats()));
        if (!problems.isEmpty()) {
            return pages.blank(request, viewer, kept.draft(), problems).show(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        try {
            return new ModelAndView("redirect:" + tickets.open(viewer, kept.draft()) + "?said=ticket-sent");
        } catch (TicketSending.AlreadySent twin) {
            return new ModelAndView(
                    "redirect:" + forms.resultOf(kept.draft().formKey()).orElse("/tickets"));
        }
    }
}
