package org.clientportal.portal.admin;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** A call of the admin API that cannot be answered as asked (RFC 9457; docs/admin-api.md). */
public class AdminProblem extends RuntimeException {

    private final Reason reason;

    /** Says what is wrong in words for people, without anything secret. */
    public AdminProblem(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** The closed list that programs look at. */
    public enum Reason {
        INVALID(HttpStatus.BAD_REQUEST),
        UNAUTHENTICATED(HttpStatus.UNAUTHORIZED),
        FORBIDDEN(HttpStatus.FORBIDDEN),
        NOT_FOUND(HttpStatus.NOT_FOUND),
        METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
        MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
        AMBIGUOUS(HttpStatus.CONFLICT),
        NO_ADDRESS(HttpStatus.CONFLICT),
        ADDRESS_SHARED(HttpStatus.CONFLICT),
        ADDRESS_TAKEN(HttpStatus.CONFLICT),
        AGENT(HttpStatus.CONFLICT),
        INACTIVE(HttpStatus.CONFLICT),
        NOT_ENABLED(HttpStatus.CONFLICT),
        ADMINISTRATOR(HttpStatus.CONFLICT),
        WRONG_STATE(HttpStatus.CONFLICT),
        TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
        PLATFORM_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE),
        LOGINS_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE),
        DATABASE_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE),
        MAIL_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE),
        INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR);

        private final HttpStatus status;

        Reason(HttpStatus status) {
            this.status = status;
        }

        public HttpStatus status() {
            return status;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
