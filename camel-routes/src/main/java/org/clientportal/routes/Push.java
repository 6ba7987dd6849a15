package org.clientportal.routes;

import java.util.Optional;
import org.clientportal.itsm.Delivered;
import org.clientportal.itsm.ItsmConnector;
import org.clientportal.itsm.ItsmRejected;
import org.clientportal.itsm.ItsmUnavailable;
import org.clientportal.itsm.Submission;
import org.clientportal.ports.KillPoint;
import org.clientportal.ports.Outbox;
import org.clientportal.ports.Outbox.Claim;
import org.clientportal.ports.Outbox.Destination;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries one outbox row to the platform: claim in a short transaction, call with none open, finish in a second one guarded
 * by the claim. What may have happened is asked for before it is tried again.
 */
class Push {

    private static final Logger LOG = LoggerFactory.getLogger(Push.class);

    private final Outbox outbox;
    private final ItsmConnector itsm;
    private final FlowSettings settings;

    Push(Outbox outbox, ItsmConnector itsm, FlowSettings settings) {
        this.outbox = outbox;
        this.itsm = itsm;
        this.settings = settings;
    }

    /** Works until nothing is due. */
    public void drain() {
        while (!Thread.currentThread().isInterrupted()) {
            var claim = outbox.claim(Destination.PLATFORM, settings.lease());
            if (claim.isEmpty()) {
                return;
            }
            push(claim.get());
        }
    }

    private void push(Claim claim) {
        KillPoint.AFTER_CLAIM.reached();
        Submission submission;
        try {
            submission = outbox.submission(claim);
        } catch (RuntimeException unreadable) {
            LOG.error("outbox row {} ({}) cannot be read", claim.row(), claim.topic(), unreadable);
            outbox.postpone(
                    claim, false, "cannot be read: " + unreadable.getClass().getSimpleName());
            return;
        }
        try {
            var delivered = claim.uncertain() ? askThenDeliver(claim, submission) : deliver(submission);
            KillPoint.AFTER_ANSWER.reached();
            if (!outbox.delivered(claim, delivered)) {
                LOG.warn("outbox row {} was delivered after its claim had lapsed", claim.row());
            }
        } catch (NotAnswered asked) {
            outbox.postpone(claim, false, String.valueOf(asked.getMessage()));
        } catch (ItsmUnavailable unavailable) {
            LOG.warn("outbox row {} waits: {}", claim.row(), unavailable.getMessage());
            outbox.postpone(claim, unavailable.mayHaveHappened(), String.valueOf(unavailable.getMessage()));
        } catch (ItsmRejected rejected) {
            LOG.warn("outbox row {} is refused: {}", claim.row(), rejected.getMessage());
            outbox.park(claim, rejected.reason(), String.valueOf(rejected.getMessage()));
        }
    }

    private Delivered askThenDeliver(Claim claim, Submission submission) {
        Optional<Delivered> earlier;
        try {
            earlier = itsm.find(submission);
        } catch (ItsmUnavailable unavailable) {
            LOG.warn("outbox row {} cannot be asked for: {}", claim.row(), unavailable.getMessage());
            throw new NotAnswered(unavailable);
        }
        return earlier.orElseGet(() -> deliver(submission));
    }

    private Delivered deliver(Submission submission) {
        KillPoint.BEFORE_SEND.reached();
        return itsm.deliver(submission);
    }

    /** The question whether it happened was not answered; nothing new was tried. */
    private static final class NotAnswered extends RuntimeException {
        NotAnswered(ItsmUnavailable cause) {
            super(cause.getMessage(), cause);
        }
    }
}
