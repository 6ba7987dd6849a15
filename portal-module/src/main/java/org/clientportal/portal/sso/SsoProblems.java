package org.clientportal.portal.sso;

import org.clientportal.portal.admin.AdminProblem;
import org.clientportal.portal.admin.AdminProblem.Reason;
import org.clientportal.portal.admin.AdminProblems;
import org.clientportal.ports.Logins.LoginsUnavailable;
import org.clientportal.ports.Realm.RealmRefused;
import org.clientportal.ports.SignInProviders.NoSuchProvider;
import org.clientportal.ports.SignInProviders.WishRefused;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What this feature refuses, in the shape of the admin API. */
@RestControllerAdvice(assignableTypes = SsoController.class)
@Order(0)
class SsoProblems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wish(WishRefused refused) {
        return answer(Reason.INVALID, refused);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> nowhere(NoSuchProvider nowhere) {
        return answer(Reason.NOT_FOUND, nowhere);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> realm(RealmRefused refused) {
        return answer(Reason.WRONG_STATE, refused);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unavailable(LoginsUnavailable unavailable) {
        return answer(Reason.LOGINS_UNAVAILABLE, unavailable);
    }

    private static ResponseEntity<ProblemDetail> answer(Reason reason, RuntimeException why) {
        return AdminProblems.answer(new AdminProblem(reason, String.valueOf(why.getMessage())));
    }
}
