package org.clientportal.portal.notifications;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.clientportal.itsm.StatusMeaning;
import org.clientportal.portal.access.WorkTransaction;
import org.clientportal.portal.notifications.TicketMail.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The notifications that mails are made of, in the database. */
@Repository
class TicketMailRows {

    /**
     * Whether the person of the notification {@code n} still sees its ticket {@code t}: in their own right, as the one who is
     * asked, or in the place of somebody who is still away.
     */
    static final String SEES = """
            'tickets' = any ((access_of(p.id, now())).features)
            and exists (select from ticket_reader r where r.ticket = t.id and (r.until is null or r.until > now())
              and (r.scope in ('p:' || p.id, 'w:' || p.id) or n.stands_for is not null and r.scope = 's:' || n.stands_for
                and exists (select from stand_in s where s.person = n.stands_for and s.stand_in = p.id
                  and s.from_at <= :now and s.until > :now)))
            and (n.kind in ('APPROVAL', 'REMINDER')
              or not exists (select from ticket_mute u where u.person = p.id and u.ticket = t.id))""";

    private final JdbcClient jdbc;
    private final Clock clock;

    TicketMailRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Empty when the person may not see the ticket, or use the portal, any more, or has made the ticket mute. */
    @WorkTransaction
    public Optional<TicketMailRow> read(long notification) {
        return jdbc.sql("""
                        select n.kind, l.email, coalesce(f.language, p.language) as language,
                          p.platform_id as person, t.platform_id as ticket, t.number, t.subject, t.meaning,
                          e.author_name, e.body, e.html, coalesce(f.time_zone, p.time_zone) as zone, n.stands_for_name,
                          (select c.closes_at from ticket_closing c where c.ticket = t.id and c.since = t.since
                            and n.kind = 'CLOSING') as closes_at,
                          (select count(*) from attachment a where a.entry = e.id) as files
                        from notification n
                        join ticket t on t.id = n.ticket and not t.gone and t.platform_id is not null
                        join person p on p.id = n.person and p.active
                        join login l on l.person = p.id and l.enabled
                        left join person_preference f on f.person = p.id
                        left join entry e on e.id = n.entry
                        where n.id = :id and n.sent_at is null
                          and (n.kind <> 'CLOSING' or t.meaning = 'SOLVED') and """ + " " + SEES)
                .param("id", notification)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new TicketMailRow(
                        Kind.valueOf(row.getString("kind")),
                        row.getString("email"),
                        row.getString("language"),
                        row.getString("person"),
                        row.getString("ticket"),
                        row.getString("number"),
                        row.getString("subject"),
                        StatusMeaning.valueOf(row.getString("meaning")),
                        row.getString("author_name"),
                        row.getString("body"),
                        row.getBoolean("html"),
                        row.getInt("files"),
                        instant(row.getObject("closes_at", OffsetDateTime.class)),
                        row.getString("zone"),
                        row.getString("stands_for_name")))
                .optional();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    @WorkTransaction
    public void sent(long notification) {
        jdbc.sql("update notification set sent_at = ? where id = ?")
                .params(clock.instant().atOffset(ZoneOffset.UTC), notification)
                .update();
    }

    @WorkTransaction
    public void skipped(long notification, String why) {
        jdbc.sql("update notification set skipped = ? where id = ? and sent_at is null")
                .params(why, notification)
                .update();
    }
}
