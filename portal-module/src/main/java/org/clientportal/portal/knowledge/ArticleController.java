package org.clientportal.portal.knowledge;

import jakarta.servlet.http.HttpServletRequest;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Needs;
import org.clientportal.portal.access.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Needs(Feature.KNOWLEDGE)
class ArticleController {

    private final KnowledgePages pages;
    private final ArticleUse use;

    ArticleController(KnowledgePages pages, ArticleUse use) {
        this.pages = pages;
        this.use = use;
    }

    @GetMapping("/knowledge/{article}")
    ModelAndView article(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String article,
            @RequestParam(defaultValue = "") String said) {
        var page = pages.article(request, viewer, article, said);
        use.opened(viewer, article);
        return page.show();
    }
}
