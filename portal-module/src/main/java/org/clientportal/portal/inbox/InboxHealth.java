package org.clientportal.portal.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.clientportal.portal.access.WorkTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What an alarm looks at: mails that wait or failed, how long the oldest waits, and how long ago the mailbox was last read. A
 * mailbox that silently stops is the worst that can happen to it.
 */
@Component
class InboxHealth {

    private static final long LOOK_MS = 30_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile State state = new State(0, 0, 0, null, null);

    InboxHealth(JdbcClient jdbc, Clock clock, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.clock = clock;
        meters.gauge("portal.mail.waiting", this, now -> now.state.waiting());
        meters.gauge("portal.mail.failed", this, now -> now.state.failed());
        meters.gauge("portal.mail.held", this, now -> now.state.held());
        meters.gauge("portal.mail.oldest.waiting.seconds", this, now -> now.secondsSince(now.state.oldestWaiting()));
        meters.gauge("portal.mail.last.poll.seconds", this, now -> now.secondsSince(now.state.leastRecentPoll()));
    }

    private record State(
            long waiting,
            long failed,
            long held,
            @Nullable Instant oldestWaiting,
            @Nullable Instant leastRecentPoll) {}

    @Scheduled(fixedDelay = LOOK_MS)
    @WorkTransaction
    public void look() {
        state = jdbc.sql("""
                        select count(*) filter (where verdict = 'WAITING') as waiting,
                          count(*) filter (where verdict = 'FAILED') as failed,
                          count(*) filter (where verdict = 'HELD') as held,
                          min(received_at) filter (where verdict = 'WAITING') as oldest,
                          (select min(polled_at) from mail_poll) as poll
                        from inbound_mail where verdict in ('WAITING', 'FAILED', 'HELD')""")
                .query((row, number) -> new State(
                        row.getLong("waiting"),
                        row.getLong("failed"),
                        row.getLong("held"),
                        instant(row.getObject("oldest", OffsetDateTime.class)),
                        instant(row.getObject("poll", OffsetDateTime.class))))
                .single();
    }

    private double secondsSince(@Nullable Instant then) {
        return then == null
                ? Double.NaN
                : Duration.between(then, clock.instant()).toSeconds();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
