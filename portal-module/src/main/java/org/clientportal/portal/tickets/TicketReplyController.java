package org.clientportal.portal.tickets;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Needs;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.conversation.FormView;
import org.clientportal.portal.conversation.Forms;
import org.clientportal.portal.web.Frames;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Needs(Feature.TICKETS)
class TicketReplyController {

    private final TicketPages pages;
    private final TicketForms tickets;
    private final Forms forms;
    private final FormView view;
    private final Frames frames;

    TicketReplyController(TicketPages pages, TicketForms tickets, Forms forms, FormView view, Frames frames) {
        this.pages = pages;
        this.tickets = tickets;
        this.forms = forms;
        this.view = view;
        this.frames = frames;
    }

    @PostMapping("/tickets/{number}/replies")
    ModelAndView reply(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String formKey,
            @RequestParam(required = false) @Nullable String remove,
            @RequestParam(required = false) @Nullable String quick,
            @RequestParam(required = false) @Nullable String preview) {
        tickets.mustSee(viewer, number);
        var earlier = forms.resultOf(formKey);
        if (earlier.isPresent()) {
            return new ModelAndView("redirect:" + earlier.get());
        }
        var kept = forms.keep(viewer, "/tickets/" + number, request);
        if (quick != null) {
            forms.add(kept.draft(), "text", quick);
        }
        if (preview != null) {
            return new ModelAndView("redirect:/tickets/" + number + "?preview&draft="
                    + kept.draft().getId() + "#preview");
        }
        if (kept.isForFiles(remove) || quick != null) {
            return new ModelAndView(
                    "redirect:/tickets/" + number + "?draft=" + kept.draft().getId() + "#reply");
        }
        var problems = new ArrayList<>(tickets.problemsOfReply(kept.draft()));
        problems.addAll(view.problems(kept, frames.frame(request, null).formats()));
        if (!problems.isEmpty()) {
            return pages.ticket(request, viewer, number, kept.draft(), problems).show(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        try {
            return new ModelAndView("redirect:" + tickets.reply(viewer, number, kept.draft()));
        } catch (TicketSending.AlreadySent twin) {
            return new ModelAndView(
                    "redirect:" + forms.resultOf(kept.draft().formKey()).orElse("/tickets/" + number));
        }
    }
}
