package org.clientportal.ports;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.clientportal.itsm.Delivered;
import org.clientportal.itsm.ItsmRejected;
import org.clientportal.itsm.Submission;

/**
 * Durable work for the outside: rows written in the transaction of whatever caused them, worked off in strict order within
 * a lane. Inward; the routes call it, the portal implements it.
 */
public interface Outbox {

    /** For whom a row is. */
    enum Destination {
        /** The ITSM platform. */
        PLATFORM,
        /** Keycloak. */
        LOGINS,
        /** The mail server. */
        MAIL
    }

    /**
     * A claimed row; valid until {@code until}, after that somebody else may take it.
     *
     * @param token proves the claim; another one is drawn each time
     * @param row id of the outbox row
     * @param lane lane it is in; nothing else of this lane is claimed meanwhile
     * @param topic what kind of work, such as {@code ticket.create}
     * @param subject id of the thing it is about, understood by the topic's owner
     * @param attempt 1 for the first
     * @param uncertain an earlier attempt may have happened: ask before repeating
     */
    record Claim(
            UUID token,
            long row,
            String lane,
            String topic,
            long subject,
            String requestKey,
            int attempt,
            boolean uncertain,
            Instant until) {}

    /** Claims the oldest due row of some lane that nobody holds. */
    Optional<Claim> claim(Destination destination, Duration lease);

    /** The submission a {@link Destination#PLATFORM} row stands for, read afresh. */
    Submission submission(Claim claim);

    /** Performs a row of another destination, wholly. Throws what it likes; the caller then postpones. */
    void perform(Claim claim);

    /** It is done. False when the claim was lost meanwhile (then nothing is changed). */
    boolean done(Claim claim);

    /** The platform took it. False when the claim was lost meanwhile (then nothing is changed). */
    boolean delivered(Claim claim, Delivered delivered);

    /**
     * Not now; the row stays and its lane waits.
     *
     * @param mayHaveHappened whether the attempt could have had its effect
     * @param why for the administrator, without anything secret
     */
    void postpone(Claim claim, boolean mayHaveHappened, String why);

    /** Refused for good: set aside, shown to the person and the administrator; later rows of the lane go on. */
    void park(Claim claim, ItsmRejected.Reason reason, String why);

    /** Gives a claim back untouched, when the node stops. */
    void release(Claim claim);

    /** Thrown by {@link #perform}: it is refused for good, repeating it is pointless. */
    class Refused extends RuntimeException {

        private final ItsmRejected.Reason reason;

        public Refused(ItsmRejected.Reason reason, String why) {
            super(why);
            this.reason = reason;
        }

        public ItsmRejected.Reason reason() {
            return reason;
        }
    }
}
