package org.clientportal.portal.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.clientportal.portal.conversation.Forms;
import org.clientportal.portal.web.Frames;
import org.clientportal.portal.web.NoAccessPage;
import org.clientportal.portal.web.SignedOutPage;
import org.clientportal.portal.web.SignedOutPage.Reason;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Pages around a session: signed out, no access, and back with what was typed. */
@Controller
class SessionController {

    private static final String HOME = "/";
    /** Pages that visitors come from. */
    private static final Pattern READ = Pattern.compile("/(knowledge|search)([/?][\\x21-\\x7e]*)?");

    private final Frames frames;
    private final Forms forms;
    private final PublicKnowledge knowledge;

    SessionController(Frames frames, Forms forms, PublicKnowledge knowledge) {
        this.frames = frames;
        this.forms = forms;
        this.knowledge = knowledge;
    }

    /** Only for whoever has signed in, so that asking for it signs a visitor in; then back to what was being read. */
    @GetMapping("/sign-in")
    void signIn(@RequestParam(defaultValue = HOME) String to, HttpServletResponse response) throws IOException {
        response.sendRedirect(READ.matcher(to).matches() ? to : HOME);
    }

    @GetMapping("/signed-out")
    ModelAndView signedOut(HttpServletRequest request) {
        var reason = request.getParameter("text") != null
                ? Reason.TEXT_WAITS
                : request.getParameter("ended") != null || request.getParameter("failed") != null
                        ? Reason.ENDED
                        : Reason.ASKED;
        return new SignedOutPage(frames.frame(request, null), reason, HOME, knowledge.isOpen() ? "/knowledge" : null)
                .show();
    }

    @RequestMapping(AccessFilter.NO_ACCESS)
    ModelAndView noAccess(HttpServletRequest request) {
        return new NoAccessPage(frames.frame(request, null)).show(HttpStatus.FORBIDDEN);
    }

    @GetMapping("/drafts/rescued")
    String rescued(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, LostForms.cookie(request, "", Duration.ZERO));
        return "redirect:"
                + LostForms.tokenOf(request)
                        .flatMap(token -> forms.restore(token, LostForms.KEPT_FOR))
                        .orElse(HOME);
    }
}
