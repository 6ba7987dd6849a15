package org.clientportal.portal.notifications;

import jakarta.servlet.http.HttpServletRequest;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Needs;
import org.clientportal.portal.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Needs(Feature.TICKETS)
class NotificationsController {

    private final NotificationPages pages;
    private final NotificationCentre centre;

    NotificationsController(NotificationPages pages, NotificationCentre centre) {
        this.pages = pages;
        this.centre = centre;
    }

    @GetMapping(NotificationPages.PAGE)
    ModelAndView notifications(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(required = false) @Nullable Long after) {
        return pages.page(request, viewer, before, after).show();
    }

    @PostMapping(NotificationPages.PAGE + "/reading")
    String read(Viewer viewer) {
        centre.allSeen(viewer);
        return "redirect:" + NotificationPages.PAGE + "?said=read";
    }
}
