package org.clientportal.portal.outbox;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.UUID;
import org.clientportal.ports.KillPoint;
import org.clientportal.ports.Outbox.Destination;
import org.clientportal.ports.SyncControl;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Adds work to the outbox, in the caller's transaction, whichever role it has. */
@Component
public class OutboxRows {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ObjectProvider<SyncControl> control;

    OutboxRows(JdbcClient jdbc, Clock clock, ObjectProvider<SyncControl> control) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.control = control;
    }

    /**
     * Work to be done.
     *
     * @param lane rows of one lane are done one after another
     * @param subject id of what it is about
     * @param needs the row whose result this one needs, null when none
     * @param person in whose name, null when nobody's
     * @param actor who caused it, for the administrator
     */
    public record Row(
            String lane,
            Destination destination,
            String topic,
            long subject,
            UUID requestKey,
            @Nullable Long needs,
            @Nullable Long person,
            String actor) {}

    /**
     * Locks a lane until the transaction ends. Who changes more than the outbox comes here first: a finishing push locks the
     * lane and then the ticket, and the other way round the two would wait for each other.
     */
    public void enter(String lane, Destination destination) {
        jdbc.sql("select outbox_lane_due(?, ?, ?)")
                .params(lane, destination.name(), OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query((result, number) -> true)
                .single();
    }

    /** @return the row's id */
    public long add(Row row) {
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        enter(row.lane(), row.destination());
        var id = jdbc.sql("""
                        insert into outbox (lane, destination, topic, subject, request_key, needs, person, actor, created_at,
                          due_at)
                        values (:lane, :destination, :topic, :subject, :key, :needs, :person, :actor, :now, :now)
                        returning id""")
                .param("lane", row.lane())
                .param("destination", row.destination().name())
                .param("topic", row.topic())
                .param("subject", row.subject())
                .param("key", row.requestKey())
                .param("needs", row.needs())
                .param("person", row.person())
                .param("actor", row.actor())
                .param("now", now)
                .query(Long.class)
                .single();
        if (row.destination() == Destination.PLATFORM) {
            maybeDieAroundCommit();
        }
        wakeAfterCommit(row.destination());
        return id;
    }

    /** The row of a lane that others wait for: the newest of a topic that is not done. */
    public OptionalLong unfinished(String lane, String topic) {
        return jdbc.sql(
                        "select id from outbox where lane = ? and topic = ? and state <> 'DONE' order by id desc limit 1")
                .params(lane, topic)
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    /** Makes a parked or waiting row due; false when it is being sent, or done. */
    public boolean retry(UUID requestKey) {
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        var lane = jdbc.sql("""
                        update outbox set state = 'WAITING', due_at = :now, reason = null, why = null, finished_at = null
                        where request_key = :key and (state = 'PARKED' or state = 'WAITING' and not begun) returning lane, destination""")
                .param("now", now)
                .param("key", requestKey)
                .query((result, number) -> new String[] {result.getString(1), result.getString(2)})
                .optional();
        lane.ifPresent(found -> {
            jdbc.sql("select outbox_lane_due(?, ?, ?)")
                    .params(found[0], found[1], now)
                    .query((result, number) -> true)
                    .single();
            wakeAfterCommit(Destination.valueOf(found[1]));
        });
        return lane.isPresent();
    }

    /** What is parked in a lane was done in another way since. */
    public void settle(String lane) {
        jdbc.sql("""
                        update outbox set state = 'DONE', reason = null, why = null, finished_at = ?
                        where lane = ? and state = 'PARKED'""")
                .params(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), lane)
                .update();
    }

    private static void maybeDieAroundCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                KillPoint.BEFORE_COMMIT.reached();
            }

            @Override
            public void afterCommit() {
                KillPoint.AFTER_COMMIT.reached();
            }
        });
    }

    private void wakeAfterCommit(Destination destination) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                control.ifAvailable(known -> known.wakeOutbox(destination));
            }
        });
    }
}
