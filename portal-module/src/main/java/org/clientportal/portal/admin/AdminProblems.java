package org.clientportal.portal.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.UUID;
import org.clientportal.portal.admin.AdminProblem.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** The one shape of every error of the admin API. Features may have an advice of their own before this one. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.LOWEST_PRECEDENCE)
public class AdminProblems {

    private static final Logger LOG = LoggerFactory.getLogger(AdminProblems.class);

    /** The problem as an answer. */
    public static ResponseEntity<ProblemDetail> answer(AdminProblem problem) {
        return answer(problem.reason(), String.valueOf(problem.getMessage()));
    }

    static ResponseEntity<ProblemDetail> answer(Reason reason, String detail) {
        return ResponseEntity.status(reason.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body(reason, detail));
    }

    static ProblemDetail body(Reason reason, String detail) {
        var body = ProblemDetail.forStatusAndDetail(reason.status(), detail);
        body.setType(URI.create("urn:clientportal:problem:" + reason.word()));
        body.setProperty("reason", reason.word());
        return body;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(AdminProblem problem) {
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> parameter(MethodArgumentTypeMismatchException wrong) {
        return answer(Reason.INVALID, wrong.getName() + " cannot be " + wrong.getValue());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingServletRequestParameterException missing) {
        return answer(Reason.INVALID, missing.getParameterName() + " is missing");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> body(HttpMessageNotReadableException unreadable) {
        return answer(Reason.INVALID, "the body is not the JSON that is expected here");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> method(HttpRequestMethodNotSupportedException wrong) {
        return answer(Reason.METHOD_NOT_ALLOWED, wrong.getMethod() + " is not possible here");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> media(HttpMediaTypeException wrong) {
        return answer(Reason.MEDIA_TYPE, "only JSON is spoken here");
    }

    @ExceptionHandler({CannotCreateTransactionException.class, DataAccessResourceFailureException.class})
    ResponseEntity<ProblemDetail> database(Exception failed) {
        LOG.error("the database does not answer", failed);
        return answer(Reason.DATABASE_UNAVAILABLE, "the portal's database does not answer");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> other(ErrorResponseException failed) {
        return answer(
                failed.getStatusCode().value() == 404 ? Reason.NOT_FOUND : Reason.INVALID,
                String.valueOf(failed.getBody().getDetail()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception failed, HttpServletRequest request) {
        var instance = URI.create("urn:uuid:" + UUID.randomUUID());
        LOG.error("{} {} failed, {}", request.getMethod(), request.getRequestURI(), instance, failed);
        var body = body(Reason.INTERNAL, "an error of the portal; its log has it under the instance");
        body.setInstance(instance);
        return ResponseEntity.internalServerError()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }
}
