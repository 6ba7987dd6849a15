package org.clientportal.portal.notifications;

import java.util.Locale;
import org.clientportal.portal.conversation.StateView;
import org.clientportal.portal.web.Mail;
import org.clientportal.portal.web.MailFrame;
import org.clientportal.portal.web.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * Tells a person what happened to their ticket.
 *
 * @param number as the platform calls it
 * @param ticket the subject of the ticket
 * @param url the ticket on the portal
 * @param state what it is in now
 * @param author who wrote; null for {@link Kind#RECEIVED} and bare changes of state
 * @param quote what was written, as plain text; null when nothing was
 * @param fileCount files that came with it; they are not sent, only linked behind the sign-in
 * @param canReply whether an answer to the mail reaches the ticket
 */
public record TicketMail(
        MailFrame frame,
        Kind kind,
        String number,
        String ticket,
        String url,
        StateView state,
        @Nullable String author,
        @Nullable String quote,
        int fileCount,
        boolean canReply)
        implements Mail {

    /** What happened. */
    public enum Kind {
        /** The platform took the ticket. */
        RECEIVED,
        /** Support wrote. */
        REPLY,
        /** The state changed without words. */
        STATUS,
        /** Support thinks it is solved and asks whether it works. */
        SOLVED,
        CLOSED;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String template() {
        return "mails/notifications/ticket";
    }

    @Override
    public Phrase subject() {
        return Phrase.of("mail.ticket." + kind.key() + ".subject", number, ticket);
    }
}
