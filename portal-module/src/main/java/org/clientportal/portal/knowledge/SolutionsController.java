package org.clientportal.portal.knowledge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Needs;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.conversation.FormKeys;
import org.clientportal.portal.web.Frames;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Solutions beside a ticket that is being written, and "this solved it". */
@Controller
@Needs(Feature.KNOWLEDGE)
class SolutionsController {

    private static final int LONGEST = 300;

    private final Frames frames;
    private final Solutions solutions;
    private final Deflections deflections;
    private final FormKeys keys;

    SolutionsController(Frames frames, Solutions solutions, Deflections deflections, FormKeys keys) {
        this.frames = frames;
        this.solutions = solutions;
        this.deflections = deflections;
        this.keys = keys;
    }

    @GetMapping("/knowledge/solutions")
    ModelAndView solutions(
            HttpServletRequest request,
            HttpServletResponse response,
            Viewer viewer,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String formKey) {
        response.setHeader("Cache-Control", "private, no-store");
        var frame = frames.frame(request, null);
        var asked = text.substring(0, Math.min(text.length(), LONGEST));
        var found = solutions.of(viewer, frame, asked);
        var known = isOf(viewer, formKey);
        if (known) {
            deflections.shown(
                    formKey, found.stream().map(Articles.Listed::platformId).toList());
        }
        return new SolutionsPage(
                        frame,
                        found.stream()
                                .map(article -> new SolutionsPage.Solution(
                                        article.url() + (known ? "?form=" + formKey : ""),
                                        article.title(),
                                        article.language()
                                                .filter(language -> !language.equals(viewer.language()))
                                                .orElse("")))
                                .toList())
                .show();
    }

    @PostMapping("/knowledge/{article}/solution")
    String solved(Viewer viewer, @PathVariable String article, @RequestParam(defaultValue = "") String form) {
        var url = solutions.urlOf(viewer, article);
        if (isOf(viewer, form)) {
            deflections.solved(form, article);
        }
        return "redirect:" + url + "?said=solved";
    }

    private boolean isOf(Viewer viewer, String formKey) {
        return !viewer.readsOnly() && keys.isOf(viewer.person(), formKey);
    }
}
