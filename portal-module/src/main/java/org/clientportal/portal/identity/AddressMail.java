package org.clientportal.portal.identity;

import org.clientportal.portal.web.Mail;
import org.clientportal.portal.web.MailFrame;
import org.clientportal.portal.web.Phrase;

/**
 * Tells a former address what the login is now.
 *
 * @param former where this mail goes
 * @param login the address to sign in with from now on
 */
public record AddressMail(MailFrame frame, String former, String login) implements Mail {

    @Override
    public String template() {
        return "mails/identity/address";
    }

    @Override
    public Phrase subject() {
        return Phrase.of(
                "mail.address.subject", frame.brand().name(), frame.brand().product());
    }
}
