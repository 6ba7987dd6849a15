package org.clientportal.portal.knowledge;

import jakarta.servlet.http.HttpServletRequest;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Needs;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.conversation.FormKeys;
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
    private final Deflections deflections;
    private final FormKeys keys;

    ArticleController(KnowledgePages pages, ArticleUse use, Deflections deflections, FormKeys keys) {
        this.pages = pages;
        this.use = use;
        this.deflections = deflections;
        this.keys = keys;
    }

    @GetMapping("/knowledge/{article}")
    ModelAndView article(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String article,
            @RequestParam(defaultValue = "") String said,
            @RequestParam(defaultValue = "") String form) {
        var fromForm = !viewer.readsOnly() && keys.isOf(viewer.person(), form);
        var page = pages.article(request, viewer, article, said, fromForm ? form : null);
        use.opened(viewer, article);
        if (fromForm) {
            deflections.opened(form, article);
        }
        return page.show();
    }
}
