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

/** Binds the viewer that was read with the session around the rest of the request. */
final class ViewerFilter extends OncePerRequestFilter {

    static Optional<Viewer> viewerOf(HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null
                ? Optional.empty()
                : Optional.ofNullable((Viewer) session.getAttribute(PortalSession.VIEWER));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var viewer = viewerOf(request);
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
