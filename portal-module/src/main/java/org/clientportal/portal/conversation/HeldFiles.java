package org.clientportal.portal.conversation;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What a file that is not given away means in HTTP: 425 while it is being checked, 423 when it is held. */
@ControllerAdvice
class HeldFiles {

    @ExceptionHandler(FileHeld.class)
    void held(FileHeld held, HttpServletResponse response) throws IOException {
        response.sendError(
                held.state() == FileScans.State.WAITING ? HttpStatus.TOO_EARLY.value() : HttpStatus.LOCKED.value());
    }
}
