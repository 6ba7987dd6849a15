package org.clientportal.portal.announcements;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.clientportal.itsm.Announcement.Kind;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.web.Flash;
import org.clientportal.portal.web.Frames;
import org.clientportal.portal.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class AnnouncementController {

    private final Frames frames;
    private final Announcements announcements;

    AnnouncementController(Frames frames, Announcements announcements) {
        this.frames = frames;
        this.announcements = announcements;
    }

    @GetMapping("/announcements/{announcement}")
    ModelAndView announcement(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable long announcement,
            @RequestParam(defaultValue = "") String said) {
        var announced = announcements.visibleTo(viewer, announcement).orElseThrow(NotFound::new);
        var frame = frames.frame(request, null);
        var until = announced.until();
        return new AnnouncementPage(
                        said.equals("followed") ? frame.withFlash(Flash.done("said.followed")) : frame,
                        announced.key(),
                        announced.title(),
                        Arrays.stream(announced.text().split("\\R\\s*\\R"))
                                .map(String::strip)
                                .filter(paragraph -> !paragraph.isEmpty())
                                .toList(),
                        frame.formats().when(announced.from()),
                        until == null ? null : frame.formats().when(until),
                        frame.formats().when(announced.changedAt()),
                        announced.url(),
                        announced.kind() == Kind.OUTAGE ? announced.followed() : null)
                .show();
    }

    @PostMapping("/announcements/{announcement}/following")
    String follow(Viewer viewer, @PathVariable long announcement, @RequestParam(defaultValue = "true") boolean on) {
        announcements.follow(viewer, announcement, on);
        return "redirect:/announcements/" + announcement + (on ? "?said=followed" : "");
    }
}
