package org.clientportal.portal.notifications;

import org.clientportal.ports.Leadership;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** When digests are looked for, on the one node that leads. */
@Component
class DigestRounds {

    private static final String FLOW = "digests";
    private static final long LOOK_MS = 30_000;

    private final Digests digests;
    private final Leadership leadership;

    DigestRounds(Digests digests, Leadership leadership) {
        this.digests = digests;
        this.leadership = leadership;
    }

    @Scheduled(fixedDelay = LOOK_MS)
    void look() {
        if (leadership.leads(FLOW)) {
            digests.due().forEach(digests::make);
        }
    }
}
