package org.clientportal.portal.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.clientportal.portal.announcements.OutageOverMail;
import org.clientportal.portal.conversation.StateView;
import org.clientportal.portal.identity.AddressMail;
import org.clientportal.portal.identity.PasswordMail;
import org.clientportal.portal.notifications.DigestMail;
import org.clientportal.portal.notifications.Quote;
import org.clientportal.portal.notifications.TicketMail;
import org.clientportal.portal.signin.AccessRequestMail;
import org.jspecify.annotations.Nullable;

/** Samples of mails. */
final class SampleMails extends SampleScene {

    SampleMails(String language, Said said, String colour) {
        super(language, said, colour);
    }

    Map<String, Mail> mails() {
        var mails = new LinkedHashMap<String, Mail>();
        mails.put(
                "access-request",
                new AccessRequestMail(
                        mailFrame("mail.reason.access-request"), said.me(), "ola@oriale.example", said.text()));
        for (var kind : PasswordMail.Kind.values()) {
            mails.put(
                    "password-" + kind.key(),
                    new PasswordMail(
                            mailFrame("mail.reason.password"),
                            kind,
                            said.me(),
                            "anna.wisniewska@oriale.example",
                            "Kx7pQv9mWt3hRb2z",
                            kind == PasswordMail.Kind.ENABLED,
                            "https://pomoc.oriale.example/"));
        }
        mails.put(
                "address",
                new AddressMail(
                        mailFrame("mail.reason.address"),
                        "anna.nowak@oriale.example",
                        "anna.wisniewska@oriale.example"));
        for (var writes : List.of(true, false)) {
            mails.put(
                    "outage-over-" + writes,
                    new OutageOverMail(mailFrame("mail.reason.outage"), said.subject(), writes));
        }
        for (var kind : TicketMail.Kind.values()) {
            mails.put(
                    "ticket-" + kind.key(),
                    new TicketMail(
                            mailFrame("mail.reason.ticket", "48213").chosenAt("/profile/notifications"),
                            kind,
                            "48213",
                            said.subject(),
                            "https://pomoc.oriale.example/tickets/48213",
                            StateView.of(StateView.State.IN_WORK),
                            kind == TicketMail.Kind.REPLY ? said.agent() : null,
                            quote(kind),
                            kind == TicketMail.Kind.REPLY ? 2 : 0,
                            kind != TicketMail.Kind.RECEIVED,
                            kind == TicketMail.Kind.CLOSING ? "30\u00a0lis" : null,
                            kind == TicketMail.Kind.SOLVED ? said.me() : null));
        }
        mails.put("digest", digest(1, 0));
        mails.put("digest-long", digest(15, 7));
        return mails;
    }

    private DigestMail digest(int tickets, int further) {
        var when = formats().date(formats().dayOf(NOW)) + ", 14:05";
        return new DigestMail(
                mailFrame("mail.reason.digest").chosenAt("/profile/notifications"),
                IntStream.range(0, tickets)
                        .mapToObj(each -> new DigestMail.Ticket(
                                Integer.toString(48213 + each),
                                said.subject(),
                                "https://pomoc.oriale.example/tickets/" + (48213 + each),
                                StateView.of(each == 1 ? StateView.State.SOLVED : StateView.State.IN_WORK),
                                each == 2 ? said.me() : null,
                                List.of(
                                        new DigestMail.Line(
                                                Phrase.of("notifications.kind.reply", said.agent()), when, said.text()),
                                        new DigestMail.Line(Phrase.of("notifications.kind.status"), when, null)),
                                each == 3 ? 2 : 0))
                        .toList(),
                further,
                "https://pomoc.oriale.example/notifications");
    }

    private MailFrame mailFrame(String reason, Object... arguments) {
        var brands = brands(colour);
        return MailFrame.of(
                language,
                messages,
                brands.brand(language),
                brands.sheet(),
                "https://pomoc.oriale.example",
                Phrase.of(reason, arguments));
    }

    private @Nullable Quote quote(TicketMail.Kind kind) {
        return switch (kind) {
            case REPLY -> new Quote(said.text() + "\nDruga linia.", null);
            case SOLVED ->
                new Quote(
                        said.text() + "\n\n- lista",
                        Templates.safe("<p><strong>" + SampleConversation.escape(said.text())
                                + "</strong></p><ul><li>lista</li></ul>"));
            default -> null;
        };
    }
}
