package org.clientportal.routes;

import java.util.concurrent.atomic.AtomicReference;
import org.clientportal.itsm.ItsmConnector;
import org.clientportal.itsm.ItsmUnavailable;
import org.clientportal.ports.ChangeIntake;
import org.clientportal.ports.Leadership;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the platform's feed from the cursor on, page by page, on the one node that leads. */
class Pull {

    private static final Logger LOG = LoggerFactory.getLogger(Pull.class);
    private static final String FLOW = "pull";

    private final ItsmConnector itsm;
    private final ChangeIntake intake;
    private final Leadership leadership;
    private final AtomicReference<String> trouble = new AtomicReference<>("");

    Pull(ItsmConnector itsm, ChangeIntake intake, Leadership leadership) {
        this.itsm = itsm;
        this.intake = intake;
        this.leadership = leadership;
    }

    /** Reads until the feed has no more. */
    public void drain() {
        if (!leadership.leads(FLOW)) {
            return;
        }
        try {
            var more = true;
            while (more && !Thread.currentThread().isInterrupted()) {
                var from = intake.cursor().orElse(null);
                var page = itsm.changes(from);
                if (page.isEmpty() && page.nextCursor().equals(from)) {
                    break;
                }
                more = intake.take(from, page) ? page.more() : leadership.leads(FLOW);
            }
            intake.pulled();
            tellOnce("");
        } catch (ItsmUnavailable unavailable) {
            intake.pullFailed(String.valueOf(unavailable.getMessage()));
            tellOnce(String.valueOf(unavailable.getMessage()));
            throw unavailable;
        }
    }

    /** Reads the platform's lists. */
    public void lists() {
        if (leadership.leads(FLOW)) {
            try {
                intake.takeCatalogue(itsm.catalogue());
            } catch (ItsmUnavailable unavailable) {
                tellOnce(String.valueOf(unavailable.getMessage()));
                throw unavailable;
            }
        }
    }

    private void tellOnce(String now) {
        var before = trouble.getAndSet(now);
        if (now.isEmpty() && !before.isEmpty()) {
            LOG.info("the platform answers again");
        } else if (!now.isEmpty() && before.isEmpty()) {
            LOG.warn("the platform's feed cannot be read: {}", now);
        }
    }
}
