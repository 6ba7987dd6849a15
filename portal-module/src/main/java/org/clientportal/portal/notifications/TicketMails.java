package org.clientportal.portal.notifications;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.clientportal.itsm.StatusMeaning;
import org.clientportal.mail.MailKey;
import org.clientportal.mail.MessageIds;
import org.clientportal.mail.ReplyAddress;
import org.clientportal.portal.access.Signing;
import org.clientportal.portal.access.ViewerDefaults;
import org.clientportal.portal.access.WorkTransaction;
import org.clientportal.portal.branding.PortalAddress;
import org.clientportal.portal.conversation.StateView;
import org.clientportal.portal.letters.Letter;
import org.clientportal.portal.letters.Letters;
import org.clientportal.portal.notifications.TicketMail.Kind;
import org.clientportal.portal.outbox.OutboxTopic;
import org.clientportal.portal.web.Formats;
import org.clientportal.portal.web.MailFrame;
import org.clientportal.portal.web.Phrase;
import org.clientportal.ports.Outbox.Claim;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sends one notification: in the reader's language, threaded with the others of its ticket, answerable. */
@Component
class TicketMails implements OutboxTopic {

    static final String TOPIC = "mail.ticket";
    /** Both sides of the mail flow sign with the key of this purpose. */
    static final String KEY_PURPOSE = "mail";

    private static final int LONGEST_QUOTE = 4_000;

    private final Letters letters;
    private final Rows rows;
    private final PortalAddress address;
    private final ViewerDefaults defaults;
    private final MailKey key;
    private final Clock clock;

    TicketMails(
            Letters letters, Rows rows, PortalAddress address, ViewerDefaults defaults, Signing signing, Clock clock) {
        this.letters = letters;
        this.rows = rows;
        this.address = address;
        this.defaults = defaults;
        this.clock = clock;
        this.key = MailKey.of(signing.keyFor(KEY_PURPOSE));
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void perform(Claim claim) {
        var found = rows.read(claim.subject());
        if (found.isEmpty()) {
            rows.skipped(claim.subject(), "not a reader any more");
            return;
        }
        var row = found.get();
        if (letters.tooMany(row.email())) {
            rows.skipped(claim.subject(), "daily limit of automatic mails");
            return;
        }
        var mailbox = letters.mailbox();
        var domain = mailbox.substring(mailbox.lastIndexOf('@') + 1);
        letters.send(new Letter(
                mail(row),
                row.email(),
                "ticket." + row.kind().key(),
                Optional.of(MessageIds.make(row.platformId(), claim.requestKey(), domain, key)),
                Optional.of(MessageIds.root(row.platformId(), domain, key)),
                Optional.of(ReplyAddress.make(mailbox, row.platformId(), row.personPlatformId(), key))));
        rows.sent(claim.subject());
    }

    private TicketMail mail(Row row) {
        var language = row.language() == null ? defaults.language() : row.language();
        var body = row.body();
        var text = body == null ? null : row.html() ? Jsoup.parse(body).wholeText() : body;
        var frame = letters.frame(language, Phrase.of("mail.reason.ticket", row.number()));
        return new TicketMail(
                frame,
                row.kind(),
                row.number(),
                row.subject(),
                address.url() + "/tickets/" + row.number() + (row.kind().asks() ? "/approval" : ""),
                StateView.of(row.meaning()),
                row.author(),
                text == null ? null : text.length() <= LONGEST_QUOTE ? text.strip() : text.substring(0, LONGEST_QUOTE),
                row.fileCount(),
                !row.kind().asks(),
                row.closesAt() == null ? null : day(row, frame, language));
    }

    private String day(Row row, MailFrame frame, String language) {
        var zone = row.zone() == null ? defaults.timeZone() : ZoneId.of(row.zone());
        var formats = Formats.of(frame.words(), language, zone, clock.instant());
        return formats.date(formats.dayOf(Objects.requireNonNull(row.closesAt())));
    }

    /** A notification with everything its mail says. */
    record Row(
            Kind kind,
            String email,
            @Nullable String language,
            String personPlatformId,
            String platformId,
            String number,
            String subject,
            StatusMeaning meaning,
            @Nullable String author,
            @Nullable String body,
            boolean html,
            int fileCount,
            @Nullable Instant closesAt,
            @Nullable String zone) {}

    /** The notifications in the database. */
    @org.springframework.stereotype.Repository
    static class Rows {

        private final JdbcClient jdbc;
        private final Clock clock;

        Rows(JdbcClient jdbc, Clock clock) {
            this.jdbc = jdbc;
            this.clock = clock;
        }

        /** Empty when the person may not see the ticket, or use the portal, any more. */
        @WorkTransaction
        public Optional<Row> read(long notification) {
            return jdbc.sql("""
                            select n.kind, l.email, coalesce(f.language, p.language) as language,
                              p.platform_id as person, t.platform_id as ticket, t.number, t.subject, t.meaning,
                              e.author_name, e.body, e.html, coalesce(f.time_zone, p.time_zone) as zone,
                              (select c.closes_at from ticket_closing c where c.ticket = t.id and c.since = t.since
                                and n.kind = 'CLOSING') as closes_at,
                              (select count(*) from attachment a where a.entry = e.id) as files
                            from notification n
                            join ticket t on t.id = n.ticket and not t.gone and t.platform_id is not null
                            join person p on p.id = n.person and p.active
                            join login l on l.person = p.id and l.enabled
                            left join person_preference f on f.person = p.id
                            left join entry e on e.id = n.entry
                            where n.id = ? and n.sent_at is null
                              and (n.kind <> 'CLOSING' or t.meaning = 'SOLVED')
                              and 'tickets' = any ((access_of(p.id, now())).features)
                              and exists (select from ticket_reader r where r.ticket = t.id and r.scope in ('p:' || p.id, 'w:' || p.id)
                                and (r.until is null or r.until > now()))""")
                    .param(notification)
                    .query((row, number) -> new Row(
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
                            row.getString("zone")))
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
}
