package org.clientportal.portal.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.clientportal.portal.access.CurrentViewer;
import org.clientportal.portal.access.Viewer;
import org.springframework.web.filter.OncePerRequestFilter;

/** Binds the viewer that was read with the session, or a visitor, around the rest of the request. */
final class ViewerFilter extends OncePerRequestFilter {

    /** Request attribute, so that an error page knows of a visitor too. */
    private static final String VISITOR = "portal.visitor";

    private final PublicKnowledge knowledge;

    ViewerFilter(PublicKnowledge knowledge) {
        this.knowledge = knowledge;
    }

    static Optional<Viewer> viewerOf(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> (Viewer) session.getAttribute(PortalSession.VIEWER))
                .or(() -> Optional.ofNullable((Viewer) request.getAttribute(VISITOR)));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var viewer = viewerOf(request).or(() -> knowledge.visitor(request));
        viewer.filter(Viewer::isVisitor).ifPresent(visitor -> request.setAttribute(VISITOR, visitor));
        if (viewer.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        try {
            CurrentViewer.with(viewer.get(), () -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (IOException | ServletException | RuntimeException thrown) {
            throw thrown;
        } catch (Exception impossible) {
            throw new ServletException(impossible);
        }
    }
}
