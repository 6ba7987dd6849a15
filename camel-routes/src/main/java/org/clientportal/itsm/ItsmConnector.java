package org.clientportal.itsm;

import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the portal needs of an ITSM platform. Shaped by the poorest of them: no idempotency key, times of one second,
 * pages that lie, one service account that sees everything.
 *
 * <p>Every method but {@link #check()} throws {@link ItsmUnavailable} when the platform gives no trustworthy answer
 * (for a write: it may or may not have happened) and {@link ItsmRejected} when the platform understood and refuses.
 * Implementations are safe for use by several threads, hold no transaction and bound every call by a time limit.
 */
public interface ItsmConnector {

    /** Reaches the platform and proves that the service account may do what the portal asks; never throws. */
    Check check();

    /** The lists of the platform that forms and status texts are made from. */
    Catalogue catalogue();

    /**
     * What changed since a cursor, oldest first.
     *
     * @param cursor an earlier page's {@link ChangePage#nextCursor()}, or null to read everything from the beginning
     * @return one page; objects may repeat (the reader compares versions) but none is left out
     */
    ChangePage changes(@Nullable String cursor);

    /**
     * One ticket with all its public entries, as the platform has it now; empty when it is gone. A merged number answers
     * with the ticket it was merged into, recognisable by its other id.
     */
    Optional<Ticket> ticket(String ticketId);

    /** The content of a file of an entry; the caller closes the stream. */
    InputStream openFile(String fileId);

    /**
     * Carries one thing that a person wrote to the platform. The {@linkplain Submission#key() request key} travels with
     * it and can be found later.
     */
    Delivered deliver(Submission submission);

    /**
     * Asks whether a submission had its effect, by request key. Used after {@link ItsmUnavailable} and before any second
     * attempt.
     */
    Optional<Delivered> find(Submission submission);
}
