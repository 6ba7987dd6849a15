package org.clientportal.portal.signin;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.clientportal.portal.access.CurrentViewer;
import org.clientportal.portal.access.Viewer;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Whoever looks through somebody's eyes changes nothing; the database would refuse it too. */
final class ReadOnlyFilter extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final RequestMatcher END = pathPattern("/view/end");
    /** What a GET begins that is the person's own business. */
    private static final RequestMatcher OWN_BUSINESS = new OrRequestMatcher(
            pathPattern("/profile/password"),
            pathPattern("/profile/second-factor/**"),
            pathPattern("/profile/sign-in"),
            pathPattern("/profile/data/**"),
            pathPattern("/profile/sessions"),
            pathPattern("/language"),
            pathPattern("/drafts/rescued"),
            pathPattern("/oauth2/**"));

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var looking = CurrentViewer.get().filter(Viewer::readsOnly).isPresent();
        if (looking
                && !END.matches(request)
                && (!READING.contains(request.getMethod()) || OWN_BUSINESS.matches(request))) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            chain.doFilter(request, response);
        }
    }
}
