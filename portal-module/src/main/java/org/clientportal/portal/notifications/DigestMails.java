package org.clientportal.portal.notifications;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.access.ViewerDefaults;
import org.clientportal.portal.branding.PortalAddress;
import org.clientportal.portal.conversation.StateView;
import org.clientportal.portal.letters.Letter;
import org.clientportal.portal.letters.Letters;
import org.clientportal.portal.outbox.OutboxTopic;
import org.clientportal.portal.web.Formats;
import org.clientportal.portal.web.Phrase;
import org.clientportal.ports.Outbox.Claim;
import org.jsoup.Jsoup;
import org.springframework.stereotype.Component;

/** Sends one digest: in the reader's language, with their clock, of what they have not read on the portal meanwhile. */
@Component
class DigestMails implements OutboxTopic {

    static final String TOPIC = "mail.digest";
    private static final int TICKETS = 15;
    private static final int LINES = 4;

    private final Letters letters;
    private final DigestRows rows;
    private final PortalAddress address;
    private final ViewerDefaults defaults;
    private final Clock clock;

    DigestMails(Letters letters, DigestRows rows, PortalAddress address, ViewerDefaults defaults, Clock clock) {
        this.letters = letters;
        this.rows = rows;
        this.address = address;
        this.defaults = defaults;
        this.clock = clock;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void perform(Claim claim) {
        var told = rows.read(claim.subject());
        if (told.isEmpty()) {
            rows.skipped(claim.subject(), "nothing left to say");
            return;
        }
        var email = told.getFirst().email();
        if (letters.tooMany(email)) {
            rows.skipped(claim.subject(), "daily limit of automatic mails");
            return;
        }
        var mailbox = letters.mailbox();
        letters.send(new Letter(
                mail(told),
                email,
                "digest",
                // the same when it is sent again after a crash, so that mail programs show it once
                Optional.of("digest." + claim.requestKey() + mailbox.substring(mailbox.lastIndexOf('@'))),
                Optional.empty(),
                Optional.empty()));
        rows.sent(claim.subject());
    }

    private DigestMail mail(List<DigestRows.Row> told) {
        var reader = told.getFirst();
        var language = Viewer.languageOf(reader.language()).orElse(defaults.language());
        var frame =
                letters.frame(language, Phrase.of("mail.reason.digest")).chosenAt(NotificationChoicesController.PAGE);
        var formats = Formats.of(frame.words(), language, defaults.zone(reader.zone()), clock.instant());
        var byTicket = new LinkedHashMap<String, List<DigestRows.Row>>();
        for (var row : told) {
            byTicket.computeIfAbsent(row.number(), number -> new ArrayList<>()).add(row);
        }
        var newestFirst = byTicket.values().stream()
                .sorted((one, other) ->
                        other.getLast().at().compareTo(one.getLast().at()))
                .toList();
        return new DigestMail(
                frame,
                newestFirst.stream()
                        .limit(TICKETS)
                        .map(rowsOfTicket -> ticket(rowsOfTicket, formats))
                        .toList(),
                Math.max(0, newestFirst.size() - TICKETS),
                address.url() + NotificationPages.PAGE);
    }

    private DigestMail.Ticket ticket(List<DigestRows.Row> told, Formats formats) {
        var ticket = told.getLast();
        var earlier = Math.max(0, told.size() - LINES);
        return new DigestMail.Ticket(
                ticket.number(),
                ticket.subject(),
                address.url() + "/tickets/" + ticket.number(),
                StateView.of(ticket.meaning()),
                ticket.standsFor(),
                told.stream().skip(earlier).map(row -> line(row, formats)).toList(),
                earlier);
    }

    private static DigestMail.Line line(DigestRows.Row row, Formats formats) {
        var body = row.body();
        // a date and not "today": the mail may be read on another day
        var at = formats.date(formats.dayOf(row.at())) + ", "
                + formats.time(row.at()).text();
        return new DigestMail.Line(
                NotificationPages.what(row.kind(), row.author()),
                at,
                body == null
                        ? null
                        : DigestRows.shortened(row.html() ? Jsoup.parse(body).text() : body));
    }
}
