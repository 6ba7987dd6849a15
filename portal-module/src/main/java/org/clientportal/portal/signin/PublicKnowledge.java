package org.clientportal.portal.signin;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.access.ViewerDefaults;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * Reading without signing in, where {@code portal.knowledge.public} allows it: whoever asks for a page of the knowledge base
 * and is nobody gets the eyes of a visitor, who sees open articles and nothing else.
 */
@Component
final class PublicKnowledge {

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final RequestMatcher PAGES = new OrRequestMatcher(
            pathPattern("/knowledge"),
            pathPattern("/knowledge/{article}"),
            pathPattern("/knowledge/{article}/files/{file}"),
            pathPattern("/search"),
            pathPattern("/search/suggestions"));
    /** Solutions beside a ticket that is being written, which a visitor cannot. */
    private static final RequestMatcher BESIDE_A_TICKET = pathPattern("/knowledge/solutions");

    private final KnowledgeSettings settings;
    private final ViewerDefaults defaults;

    PublicKnowledge(KnowledgeSettings settings, ViewerDefaults defaults) {
        this.settings = settings;
        this.defaults = defaults;
    }

    /** Whether anybody may read articles at all. */
    boolean isOpen() {
        return settings.open();
    }

    /** Whether a request is for a page that anybody may read. */
    boolean isFor(HttpServletRequest request) {
        return isOpen()
                && READING.contains(request.getMethod())
                && PAGES.matches(request)
                && !BESIDE_A_TICKET.matches(request);
    }

    /** A visitor's eyes; empty for whoever has signed in, with or without access. */
    Optional<Viewer> visitor(HttpServletRequest request) {
        return isFor(request) && SecurityContextHolder.getContext().getAuthentication() == null
                ? Optional.of(Viewer.visitor(Languages.of(request), defaults))
                : Optional.empty();
    }
}
