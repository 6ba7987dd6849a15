package org.clientportal.portal.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.clientportal.portal.outbox.OutboxOverview.Standing;
import org.clientportal.ports.Outbox.Destination;
import org.springframework.stereotype.Component;

/** What waits to leave the portal, as metrics (docs/metrics.md). Read once for all gauges of one look. */
@Component
class OutboxMetrics implements MeterBinder {

    private static final Duration ONE_LOOK = Duration.ofSeconds(2);

    private final OutboxOverview outbox;
    private final Clock clock;
    private Instant readAt = Instant.EPOCH;
    private Map<Destination, Standing> read = Map.of();

    OutboxMetrics(OutboxOverview outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (var destination : Destination.values()) {
            var name = destination.name().toLowerCase(Locale.ROOT);
            Gauge.builder("portal.outbox.rows", () -> now(destination).waiting())
                    .description("Rows of the outbox that are not done")
                    .tags("destination", name, "state", "waiting")
                    .register(meters);
            Gauge.builder("portal.outbox.rows", () -> now(destination).parked())
                    .description("Rows of the outbox that are not done")
                    .tags("destination", name, "state", "parked")
                    .register(meters);
            TimeGauge.builder("portal.outbox.oldest.waiting", () -> age(now(destination)), TimeUnit.MILLISECONDS)
                    .description("For how long the oldest row waits; 0 when none does")
                    .tags("destination", name)
                    .register(meters);
        }
    }

    private synchronized Standing now(Destination destination) {
        if (Duration.between(readAt, clock.instant()).compareTo(ONE_LOOK) > 0) {
            read = outbox.standing();
            readAt = clock.instant();
        }
        return read.getOrDefault(destination, Standing.EMPTY);
    }

    private long age(Standing standing) {
        var oldest = standing.oldestWaiting();
        return oldest == null
                ? 0
                : Math.max(0, Duration.between(oldest, clock.instant()).toMillis());
    }
}
