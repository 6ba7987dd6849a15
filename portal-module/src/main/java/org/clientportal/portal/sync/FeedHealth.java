package org.clientportal.portal.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** When this node last read the feed to its end. The portal works on without the platform, so trouble is told, not fatal. */
@Component("platformFeed")
class FeedHealth implements HealthIndicator {

    /** After this long without a reading the state is worth a warning. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Clock clock;
    private volatile State state = new State(null, null, "");

    FeedHealth(Clock clock) {
        this.clock = clock;
    }

    /**
     * How the feed stands.
     *
     * @param lastPulled null when this node has not read it (it may not lead)
     * @param trouble empty when the last reading went well
     */
    record State(@Nullable Instant lastPulled, @Nullable Instant failedAt, String trouble) {}

    void pulled(Instant at) {
        state = new State(at, null, "");
    }

    void failed(Instant at, String why) {
        state = new State(state.lastPulled(), at, why);
    }

    State state() {
        return state;
    }

    @Override
    public Health health() {
        var now = state;
        var health = Health.up().withDetail("trouble", now.trouble());
        if (now.lastPulled() != null) {
            health.withDetail(
                    "late", Duration.between(now.lastPulled(), clock.instant()).compareTo(PATIENCE) > 0);
        }
        return health.build();
    }
}
