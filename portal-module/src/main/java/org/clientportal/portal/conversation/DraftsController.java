package org.clientportal.portal.conversation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Needs;
import org.clientportal.portal.access.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** What a person has typed and not sent: to go on with it, or to throw it away. */
@Controller
@Needs(Feature.TICKETS)
class DraftsController {

    private final DraftPages pages;

    DraftsController(DraftPages pages) {
        this.pages = pages;
    }

    @GetMapping(DraftPages.URL)
    ModelAndView all(HttpServletRequest request, Viewer viewer) {
        return pages.all(request, viewer).show();
    }

    @GetMapping(DraftPages.URL + "/{draft}/removal")
    ModelAndView removal(HttpServletRequest request, Viewer viewer, @PathVariable UUID draft) {
        return pages.removal(request, viewer, draft).show();
    }

    @PostMapping(DraftPages.URL + "/{draft}/removal")
    ModelAndView remove(Viewer viewer, @PathVariable UUID draft) {
        pages.remove(viewer, draft);
        return new ModelAndView("redirect:" + DraftPages.URL + "?removed");
    }
}
