package org.clientportal.portal.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.signin.OpenSessions.Open;
import org.clientportal.portal.web.Flash;
import org.clientportal.portal.web.Frames;
import org.clientportal.portal.web.NotFound;
import org.clientportal.portal.web.Place;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The viewer's sessions on all devices; one or all others are ended here and at Keycloak. */
@Controller
class OpenSessionsController {

    private final Frames frames;
    private final OpenSessions sessions;
    private final SessionEnds ends;

    OpenSessionsController(Frames frames, OpenSessions sessions, SessionEnds ends) {
        this.frames = frames;
        this.sessions = sessions;
        this.ends = ends;
    }

    @GetMapping("/profile/sessions")
    ModelAndView list(HttpServletRequest request) {
        var login = login(request);
        var own = own(request);
        var frame = frames.frame(request, Place.PROFILE)
                .withFlash(request.getParameter("said") != null ? Flash.done("flash.session-ended") : null);
        var formats = frame.formats();
        return new SessionsPage(
                        frame,
                        sessions.of(login).stream()
                                .sorted(Comparator.comparing(
                                        (Open open) -> !open.handle().equals(own)))
                                .map(open -> new SessionsPage.Row(
                                        open.device(),
                                        open.address(),
                                        formats.when(open.createdAt()),
                                        formats.when(open.seenAt()),
                                        open.handle().equals(own),
                                        "/profile/sessions/" + open.handle() + "/end"))
                                .toList(),
                        sessions.history(login).stream()
                                .map(past -> new SessionsPage.Past(
                                        past.device(), past.address(), formats.when(past.at()), past.failed()))
                                .toList())
                .show();
    }

    @PostMapping("/profile/sessions/{handle}/end")
    String end(HttpServletRequest request, Viewer viewer, @PathVariable UUID handle) {
        var ended = sessions.of(login(request)).stream()
                .filter(open -> open.handle().equals(handle))
                .findFirst()
                .orElseThrow(NotFound::new);
        end(viewer, List.of(ended));
        return "redirect:/profile/sessions?said=session-ended";
    }

    @PostMapping("/profile/sessions/others/end")
    String endOthers(HttpServletRequest request, Viewer viewer) {
        var own = own(request);
        end(
                viewer,
                sessions.of(login(request)).stream()
                        .filter(open -> !open.handle().equals(own))
                        .toList());
        return "redirect:/profile/sessions?said=session-ended";
    }

    private void end(Viewer viewer, List<Open> ended) {
        for (var session : ended) {
            sessions.end(session.handle());
            if (session.keycloakSid() != null) {
                ends.note(viewer, session.keycloakSid());
            }
        }
    }

    private UUID own(HttpServletRequest request) {
        return sessions.handleOf(request.getSession().getId()).orElseThrow(NotFound::new);
    }

    private static String login(HttpServletRequest request) {
        if (request.getSession().getAttribute(PortalSession.LOGIN) instanceof String login) {
            return login;
        }
        throw new NotFound();
    }
}
