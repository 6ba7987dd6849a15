package org.clientportal.portal.signin;

import org.clientportal.portal.web.Mail;
import org.clientportal.portal.web.MailFrame;
import org.clientportal.portal.web.Phrase;

/** Tells the service desk that somebody asks for access. Nothing in it is proven. */
public record AccessRequestMail(MailFrame frame, String name, String email, String note) implements Mail {

    @Override
    public String template() {
        return "mails/signin/access-request";
    }

    @Override
    public Phrase subject() {
        return Phrase.of("mail.access-request.subject", name);
    }
}
