package org.clientportal.portal.announcements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clientportal.itsm.Announcement.Kind;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is announced to a viewer now. The platform announces in a language to those who read it; what is made here is shown to
 * everybody, in the other language when it is in one only.
 */
@Component
class Announcements {

    private static final String SEEN = """
            select a.id, a.kind, a.starts_at, a.ends_at, a.changed_at, t.title, t.text,
              exists (select from announcement_follower f where f.announcement = a.id and f.person = :person) as followed
            from announcement a cross join lateral (
              select * from announcement_text t where t.announcement = a.id
              order by t.language = :language desc, t.language = '' desc, t.language = 'en' desc limit 1) t
            where (a.platform_id is null or t.language in ('', :language)) and not a.withdrawn and a.starts_at <= :now and (a.ends_at is null or a.ends_at > :now)
              and exists (select from announcement_reader r where r.announcement = a.id and r.scope in (:audiences))
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Announcements(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param followed whether the viewer said that it affects them too */
    record Announced(
            long id,
            Kind kind,
            String title,
            String text,
            Instant from,
            @Nullable Instant until,
            Instant changedAt,
            boolean followed) {

        String url() {
            return "/announcements/" + id;
        }

        String key() {
            return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Outages first, then planned work, then news; in each the newest first. */
    @PageTransaction
    public List<Announced> now(Viewer viewer) {
        return ask(
                viewer,
                " order by array_position(array['OUTAGE', 'PLANNED_WORK', 'NEWS'], a.kind), a.starts_at desc, a.id desc limit 20");
    }

    @PageTransaction
    public Optional<Announced> visibleTo(Viewer viewer, long id) {
        return ask(viewer, " and a.id = " + id).stream().findFirst();
    }

    /** "This affects me too", or no longer. */
    @PageTransaction
    public void follow(Viewer viewer, long id, boolean on) {
        var announced =
                visibleTo(viewer, id).filter(one -> one.kind() == Kind.OUTAGE).orElseThrow(NotFound::new);
        if (on) {
            jdbc.sql(
                            "insert into announcement_follower (announcement, person, since) values (?, ?, ?) on conflict do nothing")
                    .params(announced.id(), viewer.person(), now())
                    .update();
        } else {
            jdbc.sql("delete from announcement_follower where announcement = ? and person = ?")
                    .params(announced.id(), viewer.person())
                    .update();
        }
    }

    private List<Announced> ask(Viewer viewer, String rest) {
        return jdbc.sql(SEEN + rest)
                .param("person", viewer.person())
                .param("language", viewer.language())
                .param("now", now())
                .param("audiences", viewer.audiences())
                .query((row, number) -> announced(row))
                .list();
    }

    private static Announced announced(ResultSet row) throws SQLException {
        var until = row.getObject("ends_at", OffsetDateTime.class);
        return new Announced(
                row.getLong("id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("text"),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                until == null ? null : until.toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("followed"));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
