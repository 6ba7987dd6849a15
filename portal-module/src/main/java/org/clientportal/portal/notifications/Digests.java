package org.clientportal.portal.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.clientportal.portal.access.ViewerDefaults;
import org.clientportal.portal.access.WorkTransaction;
import org.clientportal.portal.outbox.OutboxRows;
import org.clientportal.ports.Outbox.Destination;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gathers what people want to be told together. That something waits since before the last time a digest was due is all that
 * makes one: nothing is planned ahead, so another hour, another zone or a day on which the portal stood still need no mending.
 */
@Component
class Digests {

    private final JdbcClient jdbc;
    private final OutboxRows outbox;
    private final NotificationSettings settings;
    private final ViewerDefaults defaults;
    private final Clock clock;

    Digests(JdbcClient jdbc, OutboxRows outbox, NotificationSettings settings, ViewerDefaults defaults, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.settings = settings;
        this.defaults = defaults;
        this.clock = clock;
    }

    private record Waiting(long person, DigestHour when, Instant since) {}

    /** Whose digest is due now. */
    @WorkTransaction
    public List<Long> due() {
        var now = clock.instant();
        return jdbc.sql("""
                        select w.person, w.since, d.person is null as unchosen, d.hour,
                          coalesce(f.time_zone, p.time_zone) as zone
                        from (select n.person, min(n.created_at) as since from notification n
                            where n.mail = 'DIGEST' and n.digest is null and n.read_at is null group by n.person) w
                          join person p on p.id = w.person
                          left join person_preference f on f.person = w.person
                          left join digest_preference d on d.person = w.person
                        order by w.since""").query((row, number) -> waiting(row)).list().stream()
                .filter(one -> one.since().isBefore(one.when().lastDue(now)))
                .map(Waiting::person)
                .toList();
    }

    private Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                row.getLong("person"),
                new DigestHour(
                        row.getBoolean("unchosen")
                                ? Integer.valueOf(settings.digestHour())
                                : row.getObject("hour", Integer.class),
                        defaults.zone(row.getString("zone"))),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }

    /**
     * Makes one of everything that waits for a person and is not read, with the mail's outbox row, in one transaction: a crash
     * leaves either all or what waited. Of two nodes at once the second finds nothing left.
     *
     * @return whether there was anything
     */
    @WorkTransaction
    public boolean make(long person) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var waiting = jdbc.sql("""
                        select id from notification
                        where person = ? and mail = 'DIGEST' and digest is null and read_at is null
                        order by id for update skip locked""").param(person).query(Long.class).list();
        if (waiting.isEmpty()) {
            return false;
        }
        var digest = jdbc.sql("insert into digest (person, created_at) values (?, ?) returning id")
                .params(person, now)
                .query(Long.class)
                .single();
        jdbc.sql("update notification set digest = :digest where id in (:waiting)")
                .param("digest", digest)
                .param("waiting", waiting)
                .update();
        outbox.add(new OutboxRows.Row(
                "mail:" + person,
                Destination.MAIL,
                DigestMails.TOPIC,
                digest,
                UUID.randomUUID(),
                null,
                person,
                "notifications"));
        return true;
    }
}
