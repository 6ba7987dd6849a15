package org.clientportal.portal.search;

import java.util.concurrent.TimeUnit;
import org.clientportal.ports.Leadership;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Builds the index in the background after the start, on the one node that leads. */
@Component
class SearchBuilding {

    private static final Logger LOG = LoggerFactory.getLogger(SearchBuilding.class);
    private static final String FLOW = "search-build";
    private static final long FIRST_S = 5;
    private static final long LOOK_S = 2;
    /** Short enough not to hold up what else is scheduled. */
    private static final int BATCHES = 20;

    private final SearchBuild build;
    private final Leadership leadership;
    private boolean done;

    SearchBuilding(SearchBuild build, Leadership leadership) {
        this.build = build;
        this.leadership = leadership;
    }

    @Scheduled(initialDelay = FIRST_S, fixedDelay = LOOK_S, timeUnit = TimeUnit.SECONDS)
    void goOn() {
        if (done || !leadership.leads(FLOW)) {
            return;
        }
        for (int batch = 0; batch < BATCHES; batch++) {
            if (!build.step()) {
                done = true;
                LOG.info("the search index is complete");
                return;
            }
        }
    }
}
