package org.clientportal.portal.announcements;

import org.clientportal.portal.web.Mail;
import org.clientportal.portal.web.MailFrame;
import org.clientportal.portal.web.Phrase;

/**
 * Tells somebody whom an outage affected that it is over.
 *
 * @param outage its title
 * @param writesTickets whether the person can write a ticket on the portal when something is still wrong
 */
public record OutageOverMail(MailFrame frame, String outage, boolean writesTickets) implements Mail {

    @Override
    public String template() {
        return "mails/announcements/over";
    }

    @Override
    public Phrase subject() {
        return Phrase.of("mail.outage-over.subject", outage);
    }
}
