package org.clientportal.portal.pace;

import java.util.concurrent.TimeUnit;
import org.clientportal.ports.Leadership;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Works out anew every quarter of an hour how long tickets take, on the one node that leads. */
@Component
class PaceSweep {

    private static final String FLOW = "ticket-pace";
    private static final long FIRST_S = 20;
    private static final long EVERY_S = 900;

    private final Pace pace;
    private final Leadership leadership;

    PaceSweep(Pace pace, Leadership leadership) {
        this.pace = pace;
        this.leadership = leadership;
    }

    @Scheduled(initialDelay = FIRST_S, fixedDelay = EVERY_S, timeUnit = TimeUnit.SECONDS)
    void sweep() {
        if (leadership.leads(FLOW)) {
            pace.take();
        }
    }
}
