package org.clientportal.portal.notifications;

import java.util.concurrent.TimeUnit;
import org.clientportal.ports.Leadership;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** When old notifications are looked for, on the one node that leads. */
@Component
class NotificationSweep {

    private static final String FLOW = "notification-expiry";

    private final NotificationExpiry expiry;
    private final Leadership leadership;

    NotificationSweep(NotificationExpiry expiry, Leadership leadership) {
        this.expiry = expiry;
        this.leadership = leadership;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        while (leadership.leads(FLOW) && expiry.isMore(expiry.round())) {
            // in batches, each a transaction of its own
        }
    }
}
