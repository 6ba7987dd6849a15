package org.clientportal.portal.tickets;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.clientportal.itsm.Submission.Decision;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Needs;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.conversation.Forms;
import org.clientportal.portal.web.Form.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the viewer is asked to approve. */
@Controller
@Needs(Feature.TICKETS)
class ApprovalController {

    private static final int LONGEST_TEXT = 10_000;

    private final ApprovalPages pages;
    private final ApprovalForms approvals;
    private final Forms forms;

    ApprovalController(ApprovalPages pages, ApprovalForms approvals, Forms forms) {
        this.pages = pages;
        this.approvals = approvals;
        this.forms = forms;
    }

    @GetMapping("/approvals")
    ModelAndView list(HttpServletRequest request, Viewer viewer) {
        return pages.list(request, viewer).show();
    }

    @GetMapping("/tickets/{number}/approval")
    ModelAndView approval(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable UUID draft) {
        var kept = draft == null ? null : forms.draft(draft).orElse(null);
        return pages.page(request, viewer, number, kept, List.of(), null).show();
    }

    @PostMapping("/tickets/{number}/approval")
    ModelAndView say(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String number,
            @RequestParam(defaultValue = "0") long approval,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String formKey) {
        approvals.mustBeAsked(viewer, number);
        var earlier = forms.resultOf(formKey);
        if (earlier.isPresent()) {
            return new ModelAndView("redirect:" + earlier.get());
        }
        var kept = forms.keep(viewer, "/tickets/" + number + ApprovalPages.PAGE, request);
        var what = Arrays.stream(Decision.values())
                .filter(each -> each.name().equalsIgnoreCase(decision))
                .findFirst();
        var text = kept.draft().value("text").strip();
        var problems = new ArrayList<Problem>();
        if (what.isEmpty()) {
            problems.add(Problem.of("decision", "approval.decision-missing"));
        } else if (text.isEmpty() && what.get() != Decision.APPROVE) {
            problems.add(Problem.of("text", "approval.text-missing"));
        }
        if (text.length() > LONGEST_TEXT) {
            problems.add(Problem.of("text", "ticket.reply.text-long", LONGEST_TEXT));
        }
        if (!problems.isEmpty() || what.isEmpty()) {
            return pages.page(request, viewer, number, kept.draft(), problems, null)
                    .show(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return new ModelAndView("redirect:" + approvals.say(viewer, number, approval, what.get(), text, kept.draft()));
    }
}
