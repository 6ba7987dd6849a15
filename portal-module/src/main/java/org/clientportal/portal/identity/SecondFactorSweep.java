package org.clientportal.portal.identity;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes logins demand a second factor of whom the lines do. Looked at again and again rather than told by each cause: a line
 * that lapses, a person or an organisation that moves.
 */
@Component
class SecondFactorSweep {

    private static final long SWEEP_MS = 15_000;

    private final SecondFactorRows rows;

    SecondFactorSweep(SecondFactorRows rows) {
        this.rows = rows;
    }

    @Scheduled(fixedDelay = SWEEP_MS)
    void sweep() {
        while (rows.askForAstray() > 0) {
            // in rounds, each a transaction of its own
        }
    }
}
