package org.clientportal.portal.knowledge;

import jakarta.servlet.http.HttpServletRequest;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Needs;
import org.clientportal.portal.access.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Needs(Feature.KNOWLEDGE)
class KnowledgeController {

    private final KnowledgePages pages;

    KnowledgeController(KnowledgePages pages) {
        this.pages = pages;
    }

    @GetMapping("/knowledge")
    ModelAndView list(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String after) {
        return pages.list(request, viewer, category, after).show();
    }
}
