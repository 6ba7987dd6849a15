package org.clientportal.portal.identity;

import org.clientportal.portal.letters.Letter;
import org.clientportal.portal.letters.Letters;
import org.clientportal.portal.web.Phrase;
import org.springframework.stereotype.Component;

/** Sends passwords. At once and not by the queue of other mails: what is queued is stored, and a password is stored nowhere. */
@Component
class PasswordMails {

    private final Letters letters;

    PasswordMails(Letters letters) {
        this.letters = letters;
    }

    /** @param login the address that is the login, and that the mail goes to */
    void send(PasswordMail.Kind kind, Account account, String login, String password, boolean temporary) {
        var frame = letters.frame(account.language(), Phrase.of("mail.reason.password"));
        var mail = new PasswordMail(frame, kind, account.name(), login, password, temporary, frame.portalUrl() + "/");
        letters.send(Letter.single(mail, login, "password." + kind.key()));
    }
}
