package org.clientportal.portal.announcements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.clientportal.portal.access.ViewerDefaults;
import org.clientportal.portal.access.WorkTransaction;
import org.clientportal.portal.letters.Letter;
import org.clientportal.portal.letters.Letters;
import org.clientportal.portal.outbox.OutboxTopic;
import org.clientportal.portal.web.Phrase;
import org.clientportal.ports.Outbox.Claim;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sends one follower the mail that an outage is over, in their language. */
@Component
class OutageOverMails implements OutboxTopic {

    static final String TOPIC = "mail.outage-over";

    private final Letters letters;
    private final Rows rows;

    OutageOverMails(Letters letters, Rows rows) {
        this.letters = letters;
        this.rows = rows;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void perform(Claim claim) {
        var found = rows.read(claim.subject());
        if (found.isEmpty()) {
            rows.skipped(claim.subject(), "may not see it, or use the portal, any more");
            return;
        }
        var row = found.get();
        if (!row.over()) {
            rows.goesOn(claim.subject());
            return;
        }
        if (letters.tooMany(row.email())) {
            rows.skipped(claim.subject(), "daily limit of automatic mails");
            return;
        }
        var mail = new OutageOverMail(
                letters.frame(row.language(), Phrase.of("mail.reason.outage")), row.title(), row.writesTickets());
        var mailbox = letters.mailbox();
        letters.send(new Letter(
                mail,
                row.email(),
                "outage.over",
                // the same when it is tried again, so that it is known where it arrived before
                Optional.of(claim.requestKey() + mailbox.substring(mailbox.lastIndexOf('@'))),
                Optional.empty(),
                Optional.empty()));
        rows.sent(claim.subject());
    }

    /** A follower with everything their mail says. */
    record Row(String email, String language, String title, boolean writesTickets, boolean over) {}

    /** Followers in the database. */
    @Component
    static class Rows {

        private final JdbcClient jdbc;
        private final Clock clock;
        private final ViewerDefaults defaults;

        Rows(JdbcClient jdbc, Clock clock, ViewerDefaults defaults) {
            this.jdbc = jdbc;
            this.clock = clock;
            this.defaults = defaults;
        }

        /** Empty when the person would not see it any more, does not use the portal, or was told. */
        @WorkTransaction
        Optional<Row> read(long follower) {
            return jdbc.sql("""
                            select l.email, coalesce(r.language, p.language, :otherwise) as language, t.title,
                              'tickets' = any ((access_of(p.id, now())).features) as tickets,
                              a.withdrawn or coalesce(a.ends_at <= :now, false) as over
                            from announcement_follower f
                              join announcement a on a.id = f.announcement
                              join person p on p.id = f.person and p.active
                              join login l on l.person = p.id and l.enabled
                              left join person_preference r on r.person = p.id
                              cross join lateral (select x.title from announcement_text x where x.announcement = a.id
                                order by x.language = coalesce(r.language, p.language, :otherwise) desc, x.language = '' desc,
                                  x.language = 'en' desc limit 1) t
                            where f.id = :follower and f.sent_at is null
                              and exists (select from announcement_reader s
                                where s.announcement = a.id and s.scope = any (audiences_of(p.id)))""")
                    .param("follower", follower)
                    .param("otherwise", defaults.language())
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .query(Rows::row)
                    .optional();
        }

        private static Row row(ResultSet row, int number) throws SQLException {
            return new Row(
                    row.getString("email"),
                    row.getString("language"),
                    row.getString("title"),
                    row.getBoolean("tickets"),
                    row.getBoolean("over"));
        }

        @WorkTransaction
        void sent(long follower) {
            jdbc.sql("update announcement_follower set sent_at = ? where id = ?")
                    .params(clock.instant().atOffset(ZoneOffset.UTC), follower)
                    .update();
        }

        @WorkTransaction
        void skipped(long follower, String why) {
            jdbc.sql("update announcement_follower set skipped = ? where id = ? and sent_at is null")
                    .params(why, follower)
                    .update();
        }

        /** It was put back meanwhile: they are told at its next end. */
        @WorkTransaction
        void goesOn(long follower) {
            jdbc.sql("update announcement_follower set told_at = null where id = ? and sent_at is null")
                    .param(follower)
                    .update();
        }
    }
}
