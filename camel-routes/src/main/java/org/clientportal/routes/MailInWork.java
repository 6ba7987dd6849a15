package org.clientportal.routes;

import java.util.concurrent.atomic.AtomicBoolean;
import org.clientportal.ports.MailIntake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works off stored messages. Each one's failure is its own and recorded by the intake; this is for what fails around it. */
class MailInWork {

    private static final Logger LOG = LoggerFactory.getLogger(MailInWork.class);

    private final MailIntake intake;
    private final AtomicBoolean failing = new AtomicBoolean();

    MailInWork(MailIntake intake) {
        this.intake = intake;
    }

    /** Works until nothing waits. */
    public void drain() {
        try {
            var more = true;
            while (more && !Thread.currentThread().isInterrupted()) {
                more = intake.processNext();
            }
            failing.set(false);
        } catch (RuntimeException failed) {
            if (!failing.getAndSet(true)) {
                LOG.warn("incoming mail is not worked off: {}", failed.toString());
            }
            throw new ToldAlready(failed.toString());
        }
    }
}
