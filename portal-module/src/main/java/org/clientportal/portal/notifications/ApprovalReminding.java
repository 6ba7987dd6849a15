package org.clientportal.portal.notifications;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** When reminders are looked for. */
@Component
class ApprovalReminding {

    private static final long LOOK_MINUTES = 5;

    private final ApprovalReminders reminders;

    ApprovalReminding(ApprovalReminders reminders) {
        this.reminders = reminders;
    }

    @Scheduled(initialDelay = LOOK_MINUTES, fixedDelay = LOOK_MINUTES, timeUnit = TimeUnit.MINUTES)
    void look() {
        reminders.round();
    }
}
