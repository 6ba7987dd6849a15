package org.clientportal.demo.desk;

import java.util.Locale;

/** The desk understood and says no, in the words of the contract. */
final class Refusal extends RuntimeException {

    private final Kind kind;

    Refusal(Kind kind, String detail) {
        super(detail);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    /** The closed list of the contract. */
    enum Kind {
        GONE(410, "No longer exists"),
        CLOSED(409, "Takes no more answers"),
        TOO_LARGE(413, "Too large"),
        INVALID(422, "A value is wrong"),
        FORBIDDEN(403, "Forbidden for this person or ticket"),
        NOT_FOUND(404, "Does not exist"),
        UNKNOWN_SUBMISSION(404, "Nothing happened under this key"),
        IN_PROGRESS(409, "The submission is being worked on"),
        FILES_MISSING(409, "A file is not here"),
        UNKNOWN_CURSOR(400, "Cannot go on from this cursor");

        private final int status;
        private final String title;

        Kind(int status, String title) {
            this.status = status;
            this.title = title;
        }

        int status() {
            return status;
        }

        String title() {
            return title;
        }

        String type() {
            return "tag:clientportal.org,2026:"
                    + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
