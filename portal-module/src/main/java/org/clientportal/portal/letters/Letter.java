package org.clientportal.portal.letters;

import java.util.Optional;
import org.clientportal.portal.web.Mail;

/**
 * One mail to one person.
 *
 * @param mail what it says
 * @param kind for the log of mails, such as {@code ticket.reply}
 * @param messageId without brackets; empty to let the mail server's client choose
 * @param root Message-ID, without brackets, that mail programs gather a conversation under; empty for none
 * @param replyTo where an answer goes; empty for the mailbox itself
 */
public record Letter(
        Mail mail,
        String recipient,
        String kind,
        Optional<String> messageId,
        Optional<String> root,
        Optional<String> replyTo) {

    /** A mail that belongs to no conversation. */
    public static Letter single(Mail mail, String recipient, String kind) {
        return new Letter(mail, recipient, kind, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
