package org.clientportal.portal.profile;

import jakarta.servlet.http.HttpServletRequest;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.web.Frames;
import org.clientportal.portal.web.Place;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The profile, and what the platform's register says of its person. */
@Controller
class ProfileController {

    private final Frames frames;
    private final Records records;

    ProfileController(Frames frames, Records records) {
        this.frames = frames;
        this.records = records;
    }

    @GetMapping("/profile")
    ModelAndView whole(HttpServletRequest request, Viewer viewer) {
        return page(request, viewer, true).show();
    }

    @GetMapping("/profile/details")
    ModelAndView details(HttpServletRequest request, Viewer viewer) {
        return page(request, viewer, false).show();
    }

    private ProfilePage page(HttpServletRequest request, Viewer viewer, boolean whole) {
        var own = records.of(viewer);
        var frame = frames.frame(request, Place.PROFILE);
        return new ProfilePage(
                frame,
                whole,
                viewer.name(),
                viewer.email(),
                own.addresses(),
                own.organisation(),
                frame.writesTickets() ? "/tickets/new/plain?about=own-details" : null);
    }
}
