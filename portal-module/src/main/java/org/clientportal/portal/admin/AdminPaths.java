package org.clientportal.portal.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.clientportal.portal.admin.AdminProblem.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.databind.json.JsonMapper;

/** Calls that reach no endpoint: below the admin API they are answered as problems, elsewhere as pages. */
@Component
class AdminPaths implements HandlerExceptionResolver, Ordered {

    private static final String API = "/admin/api/";

    private final JsonMapper json;

    AdminPaths(JsonMapper json) {
        this.json = json;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failed) {
        var reason = request.getRequestURI().startsWith(API) ? reason(failed) : Optional.<Reason>empty();
        return reason.map(known -> answer(response, known, request)).orElse(null);
    }

    private static Optional<Reason> reason(Exception failed) {
        return switch (failed) {
            case NoResourceFoundException nothing -> Optional.of(Reason.NOT_FOUND);
            case NoHandlerFoundException nothing -> Optional.of(Reason.NOT_FOUND);
            case HttpRequestMethodNotSupportedException other -> Optional.of(Reason.METHOD_NOT_ALLOWED);
            case HttpMediaTypeException other -> Optional.of(Reason.MEDIA_TYPE);
            default -> Optional.empty();
        };
    }

    private ModelAndView answer(HttpServletResponse response, Reason reason, HttpServletRequest request) {
        var detail = reason == Reason.NOT_FOUND
                ? "there is nothing at " + request.getRequestURI()
                : request.getMethod() + " with this content is not possible at " + request.getRequestURI();
        response.setStatus(reason.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        try {
            json.writeValue(response.getOutputStream(), AdminProblems.body(reason, detail));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return new ModelAndView();
    }
}
