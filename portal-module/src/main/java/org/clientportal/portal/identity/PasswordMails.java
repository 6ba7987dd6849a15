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

    void send(PasswordMail.Kind kind, Account account, String password, boolean temporary) {
        var login = account.login().orElseThrow().email();
        var frame = letters.frame(account.language(), Phrase.of("mail.reason.password"));
        var mail = new PasswordMail(frame, kind, account.name(), login, password, temporary, frame.portalUrl() + "/");
        letters.send(Letter.single(mail, login, "password." + kind.key()));
    }
}
