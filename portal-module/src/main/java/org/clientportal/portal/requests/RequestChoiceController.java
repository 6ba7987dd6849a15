package org.clientportal.portal.requests;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Needs;
import org.clientportal.portal.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Needs(Feature.TICKETS)
class RequestChoiceController {

    private final RequestPages pages;

    RequestChoiceController(RequestPages pages) {
        this.pages = pages;
    }

    /** Where there is nothing to choose, and where a plain ticket was begun here, the plain form. */
    @GetMapping("/tickets/new")
    ModelAndView choice(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID draft) {
        return draft != null || !pages.offersAny(viewer)
                ? new ModelAndView("forward:/tickets/new/plain")
                : pages.choice(request, viewer, q).show();
    }
}
