package org.clientportal.portal.identity;

import org.clientportal.portal.admin.AdminProblem;
import org.clientportal.portal.admin.AdminProblem.Reason;
import org.clientportal.portal.admin.AdminProblems;
import org.clientportal.ports.Logins.LoginsUnavailable;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What this feature refuses, in the shape of the admin API. */
@RestControllerAdvice(annotations = RestController.class)
@Order(0)
class AccountProblems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(AccountRefused refused) {
        var reason = switch (refused.why()) {
            case INACTIVE -> Reason.INACTIVE;
            case AGENT -> Reason.AGENT;
            case NO_ADDRESS -> Reason.NO_ADDRESS;
            case ADDRESS_SHARED -> Reason.ADDRESS_SHARED;
            case ADDRESS_TAKEN -> Reason.ADDRESS_TAKEN;
            case NOT_ENABLED -> Reason.NOT_ENABLED;
            case ADMINISTRATOR -> Reason.ADMINISTRATOR;
            case WRONG_STATE -> Reason.WRONG_STATE;
            case AMBIGUOUS -> Reason.AMBIGUOUS;
            case NOT_FOUND -> Reason.NOT_FOUND;
        };
        return AdminProblems.answer(new AdminProblem(reason, String.valueOf(refused.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unavailable(LoginsUnavailable unavailable) {
        return AdminProblems.answer(
                new AdminProblem(Reason.LOGINS_UNAVAILABLE, String.valueOf(unavailable.getMessage())));
    }
}
