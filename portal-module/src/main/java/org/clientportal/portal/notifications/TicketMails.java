package org.clientportal.portal.notifications;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.clientportal.mail.MailKey;
import org.clientportal.mail.MessageIds;
import org.clientportal.mail.ReplyAddress;
import org.clientportal.portal.access.Signing;
import org.clientportal.portal.access.ViewerDefaults;
import org.clientportal.portal.branding.PortalAddress;
import org.clientportal.portal.conversation.StateView;
import org.clientportal.portal.letters.Letter;
import org.clientportal.portal.letters.Letters;
import org.clientportal.portal.outbox.OutboxTopic;
import org.clientportal.portal.web.Formats;
import org.clientportal.portal.web.MailFrame;
import org.clientportal.portal.web.Phrase;
import org.clientportal.ports.Outbox.Claim;
import org.springframework.stereotype.Component;

/** Sends one notification: in the reader's language, threaded with the others of its ticket, answerable. */
@Component
class TicketMails implements OutboxTopic {

    static final String TOPIC = "mail.ticket";
    /** Both sides of the mail flow sign with the key of this purpose. */
    static final String KEY_PURPOSE = "mail";

    private final Letters letters;
    private final TicketMailRows rows;
    private final PortalAddress address;
    private final ViewerDefaults defaults;
    private final MailKey key;
    private final Clock clock;

    TicketMails(
            Letters letters,
            TicketMailRows rows,
            PortalAddress address,
            ViewerDefaults defaults,
            Signing signing,
            Clock clock) {
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
            rows.skipped(claim.subject(), "not a reader any more, or mute");
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

    private TicketMail mail(TicketMailRow row) {
        var language = row.language() == null ? defaults.language() : row.language();
        var body = row.body();
        var frame = letters.frame(language, reason(row)).chosenAt(NotificationChoicesController.PAGE);
        return new TicketMail(
                frame,
                row.kind(),
                row.number(),
                row.subject(),
                address.url() + "/tickets/" + row.number() + (row.kind().asks() ? "/approval" : ""),
                StateView.of(row.meaning()),
                row.author(),
                body == null || body.isEmpty() ? null : Quote.of(body, row.html()),
                row.fileCount(),
                !row.kind().asks(),
                row.closesAt() == null ? null : day(row, frame, language),
                row.standsFor());
    }

    private static Phrase reason(TicketMailRow row) {
        if (row.standsFor() != null) {
            return Phrase.of("mail.reason.stand-in", row.standsFor());
        }
        return row.kind().asks()
                ? Phrase.of("mail.reason.approval", row.number())
                : Phrase.of("mail.reason.ticket", row.number());
    }

    private String day(TicketMailRow row, MailFrame frame, String language) {
        var formats = Formats.of(frame.words(), language, defaults.zone(row.zone()), clock.instant());
        return formats.date(formats.dayOf(Objects.requireNonNull(row.closesAt())));
    }
}
