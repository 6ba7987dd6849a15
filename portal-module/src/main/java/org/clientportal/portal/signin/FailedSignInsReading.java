package org.clientportal.portal.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.clientportal.ports.Logins.LoginsUnavailable;
import org.clientportal.ports.SignInEvents;
import org.clientportal.ports.SignInEvents.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Reads Keycloak's events about failed sign-ins. Several nodes may do so at once: an event is taken once. How much is read in a
 * round is bounded, so a flood of guesses delays what is shown and does nothing else.
 */
@Component
class FailedSignInsReading {

    private static final Logger LOG = LoggerFactory.getLogger(FailedSignInsReading.class);
    private static final long PERIOD_MS = 30_000;
    private static final int A_PAGE = 100;
    private static final int PAGES = 50;
    /** An event is there a moment after the time that it bears. */
    private static final Duration OVERLAP = Duration.ofSeconds(10);

    private final ObjectProvider<SignInEvents> provider;
    private final FailedSignIns failed;
    private boolean told;

    FailedSignInsReading(ObjectProvider<SignInEvents> provider, FailedSignIns failed) {
        this.provider = provider;
        this.failed = failed;
    }

    @Scheduled(fixedDelay = PERIOD_MS)
    void read() {
        var events = provider.getIfAvailable();
        if (events == null) {
            return;
        }
        try {
            read(events);
            told = false;
        } catch (LoginsUnavailable silent) {
            if (!told) {
                LOG.warn("failed sign-ins are not shown to people for now: {}", silent.getMessage());
            }
            told = true;
        }
    }

    private void read(SignInEvents events) {
        var from = failed.readUpTo();
        var all = new ArrayList<Refusal>();
        for (int page = 0; page < PAGES; page++) {
            var next = events.refusals(from, all.size(), A_PAGE);
            all.addAll(next);
            if (next.size() < A_PAGE) {
                if (!all.isEmpty()) {
                    failed.take(all, later(from, all.getLast().at().minus(OVERLAP)));
                }
                return;
            }
        }
        failed.take(all, all.getLast().at());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
