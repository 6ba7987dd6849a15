package org.clientportal.portal.identity;

import java.util.Locale;
import org.clientportal.portal.web.Mail;
import org.clientportal.portal.web.MailFrame;
import org.clientportal.portal.web.Phrase;

/**
 * Tells a person how to sign in. The only place where a password is written; it is drawn, sent and forgotten.
 *
 * @param login the e-mail address
 * @param temporary whether the portal asks for another one after the first sign-in
 */
public record PasswordMail(
        MailFrame frame, Kind kind, String name, String login, String password, boolean temporary, String signInUrl)
        implements Mail {

    /** Why a password is sent. */
    public enum Kind {
        /** The portal was opened to this person. */
        ENABLED,
        /** An administrator or the platform asked for a new one. */
        RESET;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "PasswordMail[" + kind + " for " + login + "]";
    }

    @Override
    public String template() {
        return "mails/identity/password";
    }

    @Override
    public Phrase subject() {
        return Phrase.of(
                "mail.password." + kind.key() + ".subject",
                frame.brand().name(),
                frame.brand().product());
    }
}
