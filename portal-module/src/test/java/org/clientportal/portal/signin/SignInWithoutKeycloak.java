package org.clientportal.portal.signin;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** A session as it is after sign-in, for tests of everything behind it. */
public final class SignInWithoutKeycloak {

    private SignInWithoutKeycloak() {}

    /** @return the value of the session cookie */
    public static String cookie(ApplicationContext context, String subject) {
        var sessions = context.getBean(PortalSessions.class);
        var session = sessions.createSession();
        session.setAttribute(PortalSession.LOGIN, subject);
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(new SignedIn(subject, subject, "no-token")));
        sessions.save(session);
        return Base64.getEncoder().encodeToString(session.getId().getBytes(StandardCharsets.US_ASCII));
    }
}
