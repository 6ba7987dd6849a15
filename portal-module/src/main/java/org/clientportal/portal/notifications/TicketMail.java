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
 * @param quote what was written; null when nothing was
 * @param fileCount files that came with it; they are not sent, only linked behind the sign-in
 * @param canReply whether an answer to the mail reaches the ticket
 * @param closesOn the day of {@link Kind#CLOSING}, ready to be shown; null otherwise
 * @param standsFor name of the person who is away and in whose place it is told; null normally
 */
public record TicketMail(
        MailFrame frame,
        Kind kind,
        String number,
        String ticket,
        String url,
        StateView state,
        @Nullable String author,
        @Nullable Quote quote,
        int fileCount,
        boolean canReply,
        @Nullable String closesOn,
        @Nullable String standsFor)
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
        /** Nobody answered; in some days it will be closed. */
        CLOSING,
        CLOSED,
        /** The person is asked to approve something. */
        APPROVAL,
        /** And has not answered yet. */
        REMINDER;

        /** Whether it is about a question to the person, not about a ticket of theirs. */
        boolean asks() {
            return this == APPROVAL || this == REMINDER;
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a mail of its kind says first. */
    public Phrase lead() {
        var named = closesOn != null
                ? closesOn
                : author != null ? author : frame.brand().product();
        return Phrase.of("mail.ticket." + kind.key() + ".lead", named);
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
