package org.clientportal.portal.knowledge;

import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Needs;
import org.clientportal.portal.access.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "Did this help?" */
@Controller
@Needs(Feature.KNOWLEDGE)
class ArticleVerdictController {

    private final Verdicts verdicts;

    ArticleVerdictController(Verdicts verdicts) {
        this.verdicts = verdicts;
    }

    @PostMapping("/knowledge/{article}/verdict")
    String give(
            Viewer viewer,
            @PathVariable String article,
            @RequestParam(defaultValue = "false") boolean helped,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String formKey) {
        return "redirect:" + verdicts.give(viewer, article, helped, reason, formKey) + "?said=verdict";
    }
}
