package org.clientportal.portal.expiry;

import org.clientportal.portal.tickets.TicketSettings;
import org.clientportal.ports.Leadership;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets solved tickets come to their end, on the one node that leads. */
@Component
class ExpirySweep {

    private static final String FLOW = "ticket-closing";
    private static final long SWEEP_MS = 5_000;

    private final Expiry expiry;
    private final Leadership leadership;
    private final TicketSettings settings;

    ExpirySweep(Expiry expiry, Leadership leadership, TicketSettings settings) {
        this.expiry = expiry;
        this.leadership = leadership;
        this.settings = settings;
    }

    @Scheduled(fixedDelay = SWEEP_MS)
    void sweep() {
        if (settings.closeAfter() == null || !leadership.leads(FLOW)) {
            return;
        }
        while (expiry.promise() + expiry.notice() + expiry.ask() > 0) {
            // in rounds, each step a transaction of its own
        }
    }
}
