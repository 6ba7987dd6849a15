package org.clientportal.portal.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.clientportal.itsm.ItsmRejected;
import org.clientportal.itsm.ItsmUnavailable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What a fact thrown by a feature means in HTTP. */
@ControllerAdvice
class ErrorStatuses {

    @ExceptionHandler(NotFound.class)
    void notFound(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    /** A file that is not mirrored is the one thing a page asks the platform for. */
    @ExceptionHandler(ItsmUnavailable.class)
    void platformSilent(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }

    @ExceptionHandler(ItsmRejected.class)
    void platformHasItNoMore(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
