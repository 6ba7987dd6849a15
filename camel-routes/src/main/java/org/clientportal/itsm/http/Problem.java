package org.clientportal.itsm.http;

import org.clientportal.itsm.ItsmRejected.Reason;
import org.jspecify.annotations.Nullable;

/** A refusal as the contract sends it: RFC 9457 with a type from the closed list. */
record Problem(
        @Nullable String type,
        @Nullable String title,
        @Nullable String detail) {

    static final Problem NONE = new Problem(null, null, null);

    private static final String PREFIX = "tag:clientportal.org,2026:";

    /** The last part of a type of the contract, empty for any other. */
    String name() {
        return type != null && type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : "";
    }

    /** Why a submission is refused for good, null when this is no refusal. */
    @Nullable
    Reason reason() {
        return switch (name()) {
            case "gone" -> Reason.GONE;
            case "closed" -> Reason.CLOSED;
            case "too-large" -> Reason.TOO_LARGE;
            case "invalid" -> Reason.INVALID;
            case "forbidden" -> Reason.FORBIDDEN;
            default -> null;
        };
    }

    String words() {
        return detail != null ? detail : title != null ? title : "";
    }
}
