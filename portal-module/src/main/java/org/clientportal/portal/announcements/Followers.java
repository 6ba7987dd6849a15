package org.clientportal.portal.announcements;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.clientportal.portal.access.WorkTransaction;
import org.clientportal.portal.outbox.OutboxRows;
import org.clientportal.ports.Outbox.Destination;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Notes who is to be told that an outage is over, whether it was ended here, by the platform or by its own date; each once, in
 * one transaction with the outbox row that the mail follows by.
 */
@Component
class Followers {

    private static final long LOOK_MS = 10_000;
    /** What is ended by mistake and put back at once is not told. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private static final int AT_ONCE = 100;

    private final Noting noting;
    private final Clock clock;

    Followers(Noting noting, Clock clock) {
        this.noting = noting;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = LOOK_MS)
    void look() {
        tell(clock.instant().minus(GRACE));
    }

    /** Everybody who waits for the end of an outage that was over by then. */
    void tell(Instant overBy) {
        while (noting.some(overBy) == AT_ONCE) {
            // so that no transaction is long
        }
    }

    /** The rows. */
    @Component
    static class Noting {

        private final JdbcClient jdbc;
        private final OutboxRows outbox;
        private final Clock clock;

        Noting(JdbcClient jdbc, OutboxRows outbox, Clock clock) {
            this.jdbc = jdbc;
            this.outbox = outbox;
            this.clock = clock;
        }

        private record Follower(long id, long person) {}

        @WorkTransaction
        int some(Instant overBy) {
            var followers = untold(overBy);
            followers.forEach(follower -> outbox.add(new OutboxRows.Row(
                    "mail:" + follower.person(),
                    Destination.MAIL,
                    OutageOverMails.TOPIC,
                    follower.id(),
                    UUID.randomUUID(),
                    null,
                    follower.person(),
                    "announcements")));
            return followers.size();
        }

        /** Of several nodes each takes others. */
        private List<Follower> untold(Instant overBy) {
            return jdbc.sql("""
                            update announcement_follower set told_at = :now where id in (
                              select f.id from announcement_follower f join announcement a on a.id = f.announcement
                              where f.told_at is null and (a.withdrawn and a.changed_at <= :by or a.ends_at <= :by)
                              order by f.id limit :most for update of f skip locked)
                            returning id, person""")
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("by", overBy.atOffset(ZoneOffset.UTC))
                    .param("most", AT_ONCE)
                    .query((row, number) -> new Follower(row.getLong("id"), row.getLong("person")))
                    .list();
        }
    }
}
