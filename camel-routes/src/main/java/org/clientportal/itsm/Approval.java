package org.clientportal.itsm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is asked to agree to what a ticket asks for. It belongs to its ticket and comes with it.
 *
 * @param id the platform's id, unique across tickets and stable for ever
 * @param approverId the platform's id of the person who is asked; several people asked are several approvals
 * @param question what is to be approved, plain text; empty when the ticket's subject says it all
 * @param requestedAt when it was asked, in UTC
 * @param dueAt until when an answer is wanted; null when the platform does not say
 * @param decidedAt null while it waits
 * @param reason what was said with the decision, plain text; empty when nothing was
 */
public record Approval(
        String id,
        String approverId,
        String question,
        Instant requestedAt,
        @Nullable Instant dueAt,
        State state,
        @Nullable Instant decidedAt,
        String reason) {

    /** How it stands. */
    public enum State {
        WAITING,
        APPROVED,
        REFUSED,
        /** Nobody needs to decide any more. */
        WITHDRAWN
    }
}
