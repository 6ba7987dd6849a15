package org.clientportal.portal.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.clientportal.portal.access.CurrentViewer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signed in but without access to the portal (never enabled, or disabled since): one page, whatever was asked for. */
final class AccessFilter extends OncePerRequestFilter {

    static final String NO_ACCESS = "/no-access";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return Pages.open().matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var signedIn = SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn;
        if (signedIn && CurrentViewer.get().isEmpty()) {
            request.getRequestDispatcher(NO_ACCESS).forward(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
