package org.clientportal.portal.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** A request reads its session once: Spring Session asks a second time when the request ends, for the same row. */
final class SessionOfRequest extends OncePerRequestFilter {

    private static final ScopedValue<Map<String, Optional<PortalSession>>> READ = ScopedValue.newInstance();

    /** What was read already in this request, else what is read now. */
    static @Nullable PortalSession once(String id, Function<String, @Nullable PortalSession> read) {
        return READ.isBound()
                ? READ.get()
                        .computeIfAbsent(id, asked -> Optional.ofNullable(read.apply(asked)))
                        .orElse(null)
                : read.apply(id);
    }

    static void forget(String id) {
        if (READ.isBound()) {
            READ.get().remove(id);
        }
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            ScopedValue.where(READ, new HashMap<>()).call(() -> {
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
