package org.clientportal.portal.expiry;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.clientportal.portal.access.WorkTransaction;
import org.clientportal.portal.live.Hints;
import org.clientportal.portal.outbox.OutboxRows;
import org.clientportal.portal.tickets.TicketClosesSoon;
import org.clientportal.portal.tickets.TicketSettings;
import org.clientportal.ports.Outbox.Destination;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Closes what support solved and nobody answered, in three steps: a day is promised, the person is told some days before, the
 * platform is asked. Each step is one transaction that ends with its mark in the row, so a crash repeats nothing and skips nothing.
 * Only tickets of people who can read the notice; and nothing that was solved long before the rule began.
 */
@Component
class Expiry {

    private static final int BATCH = 100;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final OutboxRows outbox;
    private final Hints hints;
    private final ApplicationEventPublisher events;
    private final TicketSettings settings;

    Expiry(
            JdbcClient jdbc,
            Clock clock,
            OutboxRows outbox,
            Hints hints,
            ApplicationEventPublisher events,
            TicketSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.outbox = outbox;
        this.hints = hints;
        this.events = events;
        this.settings = settings;
    }

    private static final String SOLVED = """
            t.meaning = 'SOLVED' and not t.gone and t.merged_into is null and t.platform_id is not null
            and exists (select from login l join person p on p.id = l.person
              where l.person = t.requester and l.enabled and p.active)""";

    /** Promises a day to what was solved and has none. @return how many */
    @WorkTransaction
    public int promise() {
        var closeAfter = settings.closeAfter();
        if (closeAfter == null) {
            return 0;
        }
        var now = clock.instant();
        jdbc.sql("insert into ticket_closing_rule (began_at) values (?) on conflict do nothing")
                .param(at(now))
                .update();
        var promised = jdbc.sql("""
                        insert into ticket_closing (ticket, since, closes_at)
                        select t.id, t.since, greatest(t.since + make_interval(secs => :after), :earliest)
                        from ticket t join ticket_closing_rule r on t.since >= r.began_at - make_interval(secs => :after)
                        where %s and not exists (select from ticket_closing c where c.ticket = t.id and c.since = t.since)
                        order by t.since limit :batch on conflict do nothing returning ticket""".formatted(SOLVED))
                .param("after", closeAfter.toSeconds())
                .param("earliest", at(now.plus(settings.closeNotice())))
                .param("batch", BATCH)
                .query(Long.class)
                .list();
        hints.ticketsChanged(promised);
        return promised.size();
    }

    /** Tells people what will be closed soon. @return how many */
    @WorkTransaction
    public int notice() {
        if (settings.closeAfter() == null) {
            return 0;
        }
        var now = clock.instant();
        var soon = jdbc.sql("""
                        select c.ticket from ticket_closing c join ticket t on t.id = c.ticket and t.since = c.since
                        where c.noticed_at is null and c.asked_at is null and c.closes_at <= :until and %s
                        order by c.closes_at limit :batch for update of c skip locked""".formatted(SOLVED))
                .param("until", at(now.plus(settings.closeNotice())))
                .param("batch", BATCH)
                .query(Long.class)
                .list();
        for (var ticket : soon) {
            // whoever was told late still has the whole time
            jdbc.sql("""
                            update ticket_closing c set noticed_at = :now, closes_at = greatest(closes_at, :earliest)
                            from ticket t where t.id = c.ticket and t.since = c.since and c.ticket = :ticket""")
                    .param("now", at(now))
                    .param("earliest", at(now.plus(settings.closeNotice())))
                    .param("ticket", ticket)
                    .update();
            events.publishEvent(new TicketClosesSoon(ticket));
        }
        return soon.size();
    }

    private record Due(long ticket, Instant since, long requester) {}

    /** Asks the platform to close what nobody answered. @return how many */
    @WorkTransaction
    public int ask() {
        if (settings.closeAfter() == null) {
            return 0;
        }
        var now = clock.instant();
        // what the person has on its way is an answer
        var due = due(now);
        for (var one : due) {
            outbox.enter("ticket:" + one.ticket(), Destination.PLATFORM);
            outbox.add(new OutboxRows.Row(
                    "ticket:" + one.ticket(),
                    Destination.PLATFORM,
                    ExpiryTopic.TOPIC,
                    one.ticket(),
                    UUID.randomUUID(),
                    null,
                    one.requester(),
                    "automatic closing"));
            jdbc.sql("update ticket_closing set asked_at = ? where ticket = ? and since = ?")
                    .params(at(now), one.ticket(), at(one.since()))
                    .update();
        }
        return due.size();
    }

    private List<Due> due(Instant now) {
        return jdbc.sql("""
                        select c.ticket, c.since, t.requester
                        from ticket_closing c join ticket t on t.id = c.ticket and t.since = c.since
                        where c.asked_at is null and c.noticed_at is not null and c.closes_at <= :now and not t.sending and %s
                        order by c.closes_at limit :batch for update of c skip locked""".formatted(SOLVED))
                .param("now", at(now))
                .param("batch", BATCH)
                .query((row, number) -> new Due(
                        row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant(), row.getLong(3)))
                .list();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
