package org.clientportal.portal.notifications;

import java.util.List;
import org.clientportal.portal.conversation.StateView;
import org.clientportal.portal.web.Mail;
import org.clientportal.portal.web.MailFrame;
import org.clientportal.portal.web.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * Tells a person in one mail what is new in their tickets.
 *
 * @param tickets what is said of each, the one with the newest first
 * @param further how many tickets more there are, which are not in the mail
 * @param url everything on the portal
 */
public record DigestMail(MailFrame frame, List<Ticket> tickets, int further, String url) implements Mail {

    public DigestMail {
        tickets = List.copyOf(tickets);
    }

    /**
     * What is new of one ticket.
     *
     * @param standsFor name of the person in whose place it is told; null normally
     * @param lines oldest first, the last of them
     * @param earlier how many there are before those
     */
    public record Ticket(
            String number,
            String subject,
            String url,
            StateView state,
            @Nullable String standsFor,
            List<Line> lines,
            int earlier) {

        public Ticket {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One notification.
     *
     * @param at ready to be shown
     * @param quote how what was written begins; null when nothing was
     */
    public record Line(Phrase what, String at, @Nullable String quote) {}

    /** Tickets in all, those too that are not in the mail. */
    public int count() {
        return tickets.size() + further;
    }

    @Override
    public String template() {
        return "mails/notifications/digest";
    }

    @Override
    public Phrase subject() {
        return Phrase.of("mail.digest.subject", count());
    }
}
