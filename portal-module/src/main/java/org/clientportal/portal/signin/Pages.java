package org.clientportal.portal.signin;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What can be seen without signing in. */
final class Pages {

    private static final RequestMatcher OPEN = new OrRequestMatcher(
            pathPattern("/assets/**"),
            pathPattern("/brand/**"),
            pathPattern("/language"),
            pathPattern("/signed-out"),
            pathPattern("/robots.txt"),
            pathPattern(AccessRequestController.PATH),
            pathPattern("/check/**"),
            pathPattern("/error"),
            pathPattern("/actuator/health"),
            pathPattern("/view/*"),
            pathPattern("/logout"));

    private Pages() {}

    static RequestMatcher open() {
        return OPEN;
    }
}
