package org.clientportal.portal.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** Keycloak says who it is: the session remembers the login by its subject, and the person goes on where they were. */
final class SignInSuccess implements AuthenticationSuccessHandler {

    /** Session attribute: where to go after an action at Keycloak. */
    static final String THEN = "portal.then";

    private final OpenSessions sessions;
    private final SecurityContextRepository contexts;
    private final HttpSessionRequestCache asked;

    SignInSuccess(SecurityContextRepository contexts, HttpSessionRequestCache asked, OpenSessions sessions) {
        this.sessions = sessions;
        this.contexts = contexts;
        this.asked = asked;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        var user = (OidcUser) Objects.requireNonNull(authentication.getPrincipal());
        var subject = Objects.requireNonNull(user.getSubject());
        var session = request.getSession();
        session.setAttribute(PortalSession.LOGIN, subject);
        session.setAttribute(PortalSession.KEYCLOAK_SID, user.getIdToken().getClaimAsString("sid"));
        var device = Devices.of(request);
        session.setAttribute(PortalSession.DEVICE, device);
        session.setAttribute(PortalSession.ADDRESS, request.getRemoteAddr());
        sessions.signedIn(subject, device, request.getRemoteAddr());
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new SignedIn(
                subject,
                Optional.ofNullable(user.getFullName()).orElse(""),
                user.getIdToken().getTokenValue()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        response.sendRedirect(target(request, response));
    }

    private String target(HttpServletRequest request, HttpServletResponse response) {
        if (LostForms.tokenOf(request).isPresent()) {
            return "/drafts/rescued";
        }
        var session = request.getSession();
        var then = (String) session.getAttribute(THEN);
        if (then != null) {
            session.removeAttribute(THEN);
            return then + AccountActions.saidBy(request);
        }
        var saved = asked.getRequest(request, response);
        asked.removeRequest(request, response);
        return saved == null ? "/" : saved.getRedirectUrl();
    }
}
