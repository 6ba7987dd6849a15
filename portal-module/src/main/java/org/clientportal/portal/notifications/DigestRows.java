package org.clientportal.portal.notifications;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.clientportal.itsm.StatusMeaning;
import org.clientportal.portal.access.WorkTransaction;
import org.clientportal.portal.notifications.TicketMail.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The digests that mails are made of, in the database. */
@Repository
class DigestRows {

    private static final int QUOTE = 300;

    private final JdbcClient jdbc;
    private final Clock clock;

    DigestRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A notification of a digest.
     *
     * @param body how what was written begins, as the platform has it; null when nothing was
     */
    record Row(
            String email,
            @Nullable String language,
            @Nullable String zone,
            Kind kind,
            Instant at,
            String number,
            String subject,
            StatusMeaning meaning,
            @Nullable String author,
            @Nullable String body,
            boolean html,
            @Nullable String standsFor) {}

    /** Oldest first, without what was read meanwhile or is not the person's to see any more; empty when it was sent. */
    @WorkTransaction
    public List<Row> read(long digest) {
        return jdbc.sql("""
                        select l.email, coalesce(f.language, p.language) as language, coalesce(f.time_zone, p.time_zone) as zone,
                          n.kind, n.created_at, t.number, t.subject, t.meaning, e.author_name,
                          left(e.body, case when e.html then :html else :text end) as body, e.html, n.stands_for_name
                        from digest d join notification n on n.digest = d.id and n.read_at is null
                        join ticket t on t.id = n.ticket and not t.gone and t.platform_id is not null
                        join person p on p.id = n.person and p.active
                        join login l on l.person = p.id and l.enabled
                        left join person_preference f on f.person = p.id
                        left join entry e on e.id = n.entry
                        where d.id = :id and d.sent_at is null and (n.kind <> 'CLOSING' or t.meaning = 'SOLVED')
                          and """ + " " + TicketMailRows.SEES + " order by n.id")
                .param("id", digest)
                .param("now", now())
                .param("html", 40 * QUOTE)
                .param("text", QUOTE + 1)
                .query((row, number) -> new Row(
                        row.getString("email"),
                        row.getString("language"),
                        row.getString("zone"),
                        Kind.valueOf(row.getString("kind")),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getString("number"),
                        row.getString("subject"),
                        StatusMeaning.valueOf(row.getString("meaning")),
                        row.getString("author_name"),
                        row.getString("body"),
                        row.getBoolean("html"),
                        row.getString("stands_for_name")))
                .list();
    }

    @WorkTransaction
    public void sent(long digest) {
        jdbc.sql("update digest set sent_at = ? where id = ?")
                .params(now(), digest)
                .update();
        jdbc.sql("update notification set sent_at = ? where digest = ?")
                .params(now(), digest)
                .update();
    }

    @WorkTransaction
    public void skipped(long digest, String why) {
        jdbc.sql("update digest set skipped = ? where id = ? and sent_at is null")
                .params(why, digest)
                .update();
    }

    static String shortened(String text) {
        var line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= QUOTE ? line : line.substring(0, QUOTE - 1).strip() + "…";
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
