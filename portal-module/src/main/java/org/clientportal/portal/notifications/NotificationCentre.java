package org.clientportal.portal.notifications;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.live.Hints;
import org.clientportal.portal.notifications.TicketMail.Kind;
import org.clientportal.portal.tickets.TicketSight;
import org.clientportal.portal.web.Counted;
import org.clientportal.portal.web.Frame;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a viewer was told, of tickets they still see, and what of it they have seen. */
@Component
class NotificationCentre implements TicketSight {

    private final JdbcClient jdbc;
    private final Hints hints;
    private final Clock clock;

    NotificationCentre(JdbcClient jdbc, Hints hints, Clock clock) {
        this.jdbc = jdbc;
        this.hints = hints;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param author who wrote; null when nobody did
     * @param standsFor name of the person in whose place the viewer was told; null normally
     */
    record Told(
            long id,
            Kind kind,
            Instant at,
            boolean read,
            String number,
            String subject,
            @Nullable Long entry,
            @Nullable String author,
            @Nullable String standsFor) {}

    /**
     * Newest first.
     *
     * @param before only older ones than this; null for the newest
     * @param after only newer ones than this, the nearest of them; null normally
     */
    @PageTransaction
    List<Told> of(Viewer viewer, @Nullable Long before, @Nullable Long after, int most) {
        if (viewer.scopes().isEmpty()) {
            return List.of();
        }
        var found = jdbc.sql("""
                        select n.id, n.kind, n.created_at, n.read_at is not null as read, t.number, t.subject, n.entry,
                          e.author_name, n.stands_for_name
                        from notification n join ticket t on t.id = n.ticket and not t.gone
                          left join entry e on e.id = n.entry
                        where n.person = :person
                          and n.id < coalesce(cast(:before as bigint), 9223372036854775807)
                          and n.id > coalesce(cast(:after as bigint), 0)
                          and exists (select from ticket_reader r where r.ticket = t.id and r.scope in (:scopes)
                            and (r.until is null or r.until > now()) offset 0)
                        order by n.id\s""" + (after == null ? "desc" : "asc") + " limit :most")
                .param("person", viewer.person())
                .param("before", before)
                .param("after", after)
                .param("scopes", viewer.scopes())
                .param("most", most)
                .query((row, number) -> new Told(
                        row.getLong("id"),
                        Kind.valueOf(row.getString("kind")),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("read"),
                        row.getString("number"),
                        row.getString("subject"),
                        row.getObject("entry", Long.class),
                        row.getString("author_name"),
                        row.getString("stands_for_name")))
                .list();
        return after == null ? found : found.reversed();
    }

    /** All are seen, also those of tickets that are the viewer's to see no more. */
    @PageTransaction
    void allSeen(Viewer viewer) {
        marked(
                viewer,
                jdbc.sql("update notification set read_at = ? where person = ? and read_at is null")
                        .params(now(), viewer.person())
                        .update());
    }

    /** Of tickets that the viewer sees no more nothing is shown, so it is not counted either. @return how many that were */
    @PageTransaction
    int forgetUnseen(Viewer viewer) {
        return viewer.readsOnly() || viewer.unread() == 0
                ? 0
                : jdbc.sql("""
                        update notification n set read_at = ? where n.person = ? and n.read_at is null
                          and not exists (select from ticket t where t.id = n.ticket and not t.gone)""").params(now(), viewer.person()).update();
    }

    @Override
    public Frame seen(Viewer viewer, long ticket, Frame frame) {
        // asked of those only who have something unread: the session tells with each page
        if (viewer.unread() == 0 || viewer.readsOnly()) {
            return frame;
        }
        var seen = jdbc.sql("update notification set read_at = ? where person = ? and ticket = ? and read_at is null")
                .params(now(), viewer.person(), ticket)
                .update();
        marked(viewer, seen);
        return seen == 0 || viewer.unread() > Viewer.COUNTED
                ? frame
                : frame.withUnread(Counted.upTo(Viewer.COUNTED, viewer.unread() - seen));
    }

    /** The viewer's other pages show another number. */
    private void marked(Viewer viewer, int seen) {
        if (seen > 0) {
            hints.notificationsChanged(List.of(viewer.person()));
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
