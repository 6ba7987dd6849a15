package org.clientportal.portal.requests;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Needs;
import org.clientportal.portal.web.Frames;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Needs(Feature.TICKETS)
class ColleagueController {

    private final RequestPages pages;
    private final Frames frames;

    ColleagueController(RequestPages pages, Frames frames) {
        this.pages = pages;
        this.frames = frames;
    }

    @GetMapping("/colleagues")
    ModelAndView colleagues(
            HttpServletRequest request, HttpServletResponse response, @RequestParam(defaultValue = "") String q) {
        response.setHeader("Cache-Control", "private, no-store");
        return new ColleaguesPage(frames.frame(request, null), pages.colleagues(q)).show();
    }
}
