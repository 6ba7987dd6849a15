package org.clientportal.portal.doctor;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.Properties;
import org.clientportal.itsm.Check;
import org.springframework.core.env.Environment;

/** The support mailbox, by IMAP. */
final class MailboxCheck {

    private static final String LIMIT_MS = "10000";

    private final Environment environment;

    MailboxCheck(Environment environment) {
        this.environment = environment;
    }

    Check check() {
        var host = environment.getProperty("portal.mail.in.host", "");
        if (host.isBlank()) {
            return Check.passed("not set up (portal.mail.in.host): no mail becomes a ticket");
        }
        var protocol = environment.getProperty("portal.mail.in.ssl", boolean.class, true) ? "imaps" : "imap";
        var port = environment.getProperty("portal.mail.in.port", int.class, 0);
        var user = environment.getProperty("portal.mail.in.user", "");
        var folder = environment.getProperty("portal.mail.in.folder", "INBOX");
        var place = user + " at " + host + (port > 0 ? ":" + port : "") + " (" + protocol + ")";
        try (var store = Session.getInstance(properties(protocol)).getStore(protocol)) {
            store.connect(host, port > 0 ? port : -1, user, environment.getProperty("portal.mail.in.password", ""));
            var opened = store.getFolder(folder);
            return opened.exists()
                    ? Check.passed(place + ", folder " + folder)
                    : Check.failed(place + " has no folder " + folder, "Mend portal.mail.in.folder.");
        } catch (AuthenticationFailedException refused) {
            return Check.failed(
                    place + " refuses the login",
                    "Compare portal.mail.in.user and portal.mail.in.password with the mailbox; many providers want a"
                            + " password made for programs.");
        } catch (MessagingException failure) {
            return Check.failed(
                    place + " does not answer: " + failure.getMessage(),
                    "Mend portal.mail.in.host, .port or .ssl, or let the portal's machine through to it.");
        }
    }

    private static Properties properties(String protocol) {
        var properties = new Properties();
        for (var limit : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty("mail." + protocol + "." + limit, LIMIT_MS);
        }
        properties.setProperty("mail." + protocol + ".starttls.enable", "true");
        return properties;
    }
}
