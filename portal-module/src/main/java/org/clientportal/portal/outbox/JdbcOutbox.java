package org.clientportal.portal.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clientportal.itsm.Delivered;
import org.clientportal.itsm.ItsmRejected;
import org.clientportal.itsm.Submission;
import org.clientportal.portal.access.WorkTransaction;
import org.clientportal.ports.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The outbox in PostgreSQL: one lockable row per lane, claims that lapse, finishes guarded by the claim. */
@Component
class JdbcOutbox implements Outbox {

    private static final int WHY_LENGTH = 500;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final OutboxSettings settings;
    private final Map<String, OutboxTopic> topics;

    JdbcOutbox(JdbcClient jdbc, Clock clock, OutboxSettings settings, List<OutboxTopic> topics) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
        this.topics = topics.stream().collect(Collectors.toMap(OutboxTopic::topic, Function.identity()));
    }

    @Override
    @WorkTransaction
    public Optional<Claim> claim(Destination destination, Duration lease) {
        while (true) {
            var now = now();
            var lane = jdbc.sql("""
                            select lane from outbox_lane
                            where destination = :destination and due_at <= :now
                              and (claimed_until is null or claimed_until <= :now)
                            order by due_at limit 1 for update skip locked""")
                    .param("destination", destination.name())
                    .param("now", now)
                    .query(String.class)
                    .optional();
            if (lane.isEmpty()) {
                return Optional.empty();
            }
            var row = nextOf(lane.get());
            if (row.isEmpty() || row.get().dueAt().isAfter(now)) {
                jdbc.sql(
                                "update outbox_lane set due_at = :due, claimed_by = null, claimed_until = null where lane = :lane")
                        .param("due", row.map(Next::dueAt).orElse(null))
                        .param("lane", lane.get())
                        .update();
                continue;
            }
            return Optional.of(begin(lane.get(), row.get().id(), lease));
        }
    }

    private record Next(long id, OffsetDateTime dueAt) {}

    private Optional<Next> nextOf(String lane) {
        return jdbc.sql("""
                        select o.id, o.due_at from outbox o
                        where o.lane = ? and o.state = 'WAITING'
                          and (o.needs is null or exists (select from outbox n where n.id = o.needs and n.state = 'DONE'))
                        order by o.id limit 1""")
                .param(lane)
                .query((result, number) ->
                        new Next(result.getLong("id"), result.getObject("due_at", OffsetDateTime.class)))
                .optional();
    }

    private Claim begin(String lane, long row, Duration lease) {
        var token = UUID.randomUUID();
        Instant until = clock.instant().plus(lease);
        jdbc.sql("update outbox_lane set claimed_by = ?, claimed_until = ? where lane = ?")
                .params(token, OffsetDateTime.ofInstant(until, ZoneOffset.UTC), lane)
                .update();
        return jdbc.sql("""
                        update outbox set attempts = attempts + 1, uncertain = uncertain or begun, begun = true
                        where id = ? returning topic, subject, request_key, attempts, uncertain""")
                .param(row)
                .query((result, number) -> new Claim(
                        token,
                        row,
                        lane,
                        result.getString("topic"),
                        result.getLong("subject"),
                        result.getString("request_key"),
                        result.getInt("attempts"),
                        result.getBoolean("uncertain"),
                        until))
                .single();
    }

    @Override
    @WorkTransaction
    public Submission submission(Claim claim) {
        return topic(claim).submission(claim);
    }

    @Override
    public void perform(Claim claim) {
        topic(claim).perform(claim);
    }

    @Override
    @WorkTransaction
    public boolean done(Claim claim) {
        return finish(claim);
    }

    @Override
    @WorkTransaction
    public boolean delivered(Claim claim, Delivered delivered) {
        if (!finish(claim)) {
            return false;
        }
        topic(claim).delivered(claim, delivered);
        return true;
    }

    private boolean finish(Claim claim) {
        if (!holds(claim)) {
            return false;
        }
        jdbc.sql("""
                        update outbox set state = 'DONE', begun = false, uncertain = false, finished_at = ?, reason = null,
                          why = null
                        where id = ?""").params(now(), claim.row()).update();
        free(claim);
        return true;
    }

    @Override
    @WorkTransaction
    public void postpone(Claim claim, boolean mayHaveHappened, String why) {
        if (!holds(claim)) {
            return;
        }
        var due = now().plus(settings.pauseAfter(claim.attempt(), mayHaveHappened));
        jdbc.sql("""
                        update outbox set begun = false, uncertain = uncertain or ?, due_at = ?, why = ? where id = ?""").params(mayHaveHappened, due, shortened(why), claim.row()).update();
        topic(claim).postponed(claim, mayHaveHappened || claim.uncertain());
        free(claim);
    }

    @Override
    @WorkTransaction
    public void park(Claim claim, ItsmRejected.Reason reason, String why) {
        if (!holds(claim)) {
            return;
        }
        jdbc.sql("""
                        update outbox set state = 'PARKED', begun = false, uncertain = false, reason = ?, why = ?,
                          finished_at = ?
                        where id = ?""").params(reason.name(), shortened(why), now(), claim.row()).update();
        topic(claim).parked(claim, reason);
        free(claim);
    }

    @Override
    @WorkTransaction
    public void release(Claim claim) {
        if (holds(claim)) {
            jdbc.sql("update outbox set begun = false, attempts = attempts - 1 where id = ?")
                    .param(claim.row())
                    .update();
            free(claim);
        }
    }

    /** Locks the lane and tells whether the claim still stands. */
    private boolean holds(Claim claim) {
        return jdbc.sql("select 1 from outbox_lane where lane = ? and claimed_by = ? for update")
                .params(claim.lane(), claim.token())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private void free(Claim claim) {
        jdbc.sql("""
                        update outbox_lane set claimed_by = null, claimed_until = null,
                          due_at = (select o.due_at from outbox o where o.lane = outbox_lane.lane and o.state = 'WAITING'
                            order by o.id limit 1)
                        where lane = ?""").param(claim.lane()).update();
    }

    private OutboxTopic topic(Claim claim) {
        var topic = topics.get(claim.topic());
        if (topic == null) {
            throw new IllegalStateException("nobody owns the outbox topic " + claim.topic());
        }
        return topic;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static String shortened(String why) {
        return why.length() <= WHY_LENGTH ? why : why.substring(0, WHY_LENGTH);
    }
}
