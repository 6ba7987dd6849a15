package org.clientportal.portal.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.clientportal.portal.access.CurrentViewer;
import org.clientportal.portal.signin.ViewLinks.View;
import org.clientportal.portal.web.Frames;
import org.clientportal.portal.web.NotFound;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The portal through somebody's eyes: read only, marked on every page, half an hour at most. */
@Controller
class ViewController {

    private final Frames frames;
    private final ViewLinks links;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    ViewController(Frames frames, ViewLinks links) {
        this.frames = frames;
        this.links = links;
    }

    @GetMapping("/view/{token}")
    ModelAndView ask(HttpServletRequest request, @PathVariable String token) {
        var view = links.of(token).orElseThrow(NotFound::new);
        return new ViewPage(frames.frame(request, null), view.name(), "/view/" + token).show();
    }

    @PostMapping("/view/{token}")
    String open(HttpServletRequest request, HttpServletResponse response, @PathVariable String token) {
        var view = links.open(token).orElseThrow(NotFound::new);
        // whatever this browser was before, it is not mixed with what it looks at now
        request.getSession().invalidate();
        var session = request.getSession(true);
        session.setAttribute(PortalSession.VIEWED_PERSON, view.person());
        session.setAttribute(PortalSession.VIEWED_BY, view.actor());
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new SignedIn("view:" + view.person(), view.name(), ""));
        contexts.saveContext(context, request, response);
        return "redirect:/";
    }

    @PostMapping("/view/end")
    String end(HttpServletRequest request) {
        CurrentViewer.get().ifPresent(viewer -> {
            var actor = viewer.seenBy();
            if (actor != null) {
                links.ended(new View(viewer.person(), viewer.name(), actor));
            }
        });
        request.getSession().invalidate();
        return "redirect:/signed-out";
    }
}
