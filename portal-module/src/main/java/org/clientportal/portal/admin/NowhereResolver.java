package org.clientportal.portal.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.clientportal.portal.admin.AdminProblem.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.databind.json.JsonMapper;

/** What no controller takes under the admin API: no advice sees it, and a page of the portal would be no answer. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class NowhereResolver implements HandlerExceptionResolver {

    private final JsonMapper json;

    NowhereResolver(JsonMapper json) {
        this.json = json;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!request.getRequestURI().startsWith("/admin/api/")) {
            return null;
        }
        return switch (failure) {
            case NoHandlerFoundException nowhere ->
                answer(response, Reason.NOT_FOUND, "there is nothing at " + request.getRequestURI());
            case NoResourceFoundException nowhere ->
                answer(response, Reason.NOT_FOUND, "there is nothing at " + request.getRequestURI());
            case HttpRequestMethodNotSupportedException method ->
                answer(response, Reason.METHOD_NOT_ALLOWED, method.getMethod() + " is not possible here");
            case HttpMediaTypeException media -> answer(response, Reason.MEDIA_TYPE, "only JSON is spoken here");
            default -> null;
        };
    }

    private ModelAndView answer(HttpServletResponse response, Reason reason, String detail) {
        try {
            new ProblemAnswer(reason, detail).write(response, json);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return new ModelAndView();
    }
}
