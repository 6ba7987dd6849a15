package org.clientportal.portal.realm;

import org.clientportal.portal.admin.AdminProblem;
import org.clientportal.portal.admin.AdminProblem.Reason;
import org.clientportal.portal.admin.AdminProblems;
import org.clientportal.ports.Logins.LoginsUnavailable;
import org.clientportal.ports.Realm.RealmRefused;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What Keycloak refuses or does not answer, the admin API tells it. */
@RestControllerAdvice(assignableTypes = RealmController.class)
@Order(0)
class RealmProblems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(RealmRefused refused) {
        return AdminProblems.answer(new AdminProblem(Reason.WRONG_STATE, String.valueOf(refused.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unavailable(LoginsUnavailable unavailable) {
        return AdminProblems.answer(
                new AdminProblem(Reason.LOGINS_UNAVAILABLE, String.valueOf(unavailable.getMessage())));
    }
}
