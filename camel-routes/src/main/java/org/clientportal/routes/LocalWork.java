package org.clientportal.routes;

import org.clientportal.ports.Outbox;
import org.clientportal.ports.Outbox.Destination;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works off the outbox rows of a destination whose work a feature does itself: logins, mail. */
class LocalWork {

    private static final Logger LOG = LoggerFactory.getLogger(LocalWork.class);

    private final Outbox outbox;
    private final Destination destination;
    private final FlowSettings settings;

    LocalWork(Outbox outbox, Destination destination, FlowSettings settings) {
        this.outbox = outbox;
        this.destination = destination;
        this.settings = settings;
    }

    /** Works until nothing is due. */
    public void drain() {
        while (!Thread.currentThread().isInterrupted()) {
            var claim = outbox.claim(destination, settings.lease());
            if (claim.isEmpty()) {
                return;
            }
            try {
                outbox.perform(claim.get());
                outbox.done(claim.get());
            } catch (Outbox.Refused refused) {
                LOG.warn("outbox row {} is refused: {}", claim.get().row(), refused.getMessage());
                outbox.park(claim.get(), refused.reason(), String.valueOf(refused.getMessage()));
            } catch (RuntimeException failed) {
                LOG.warn("outbox row {} waits: {}", claim.get().row(), failed.toString());
                outbox.postpone(claim.get(), false, failed.getClass().getSimpleName() + ": " + failed.getMessage());
            }
        }
    }
}
