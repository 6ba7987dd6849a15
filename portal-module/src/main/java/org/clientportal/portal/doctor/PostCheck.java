package org.clientportal.portal.doctor;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import org.clientportal.itsm.Check;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The server that outgoing mail is given to, by SMTP. */
final class PostCheck {

    private final JavaMailSenderImpl sender;

    PostCheck(JavaMailSenderImpl sender) {
        this.sender = sender;
    }

    Check check() {
        var place = sender.getHost() + (sender.getPort() > 0 ? ":" + sender.getPort() : "");
        for (var limit : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            sender.getJavaMailProperties().putIfAbsent("mail.smtp." + limit, "10000");
        }
        try {
            sender.testConnection();
            return Check.passed(place);
        } catch (AuthenticationFailedException refused) {
            return Check.failed(
                    place + " refuses the login",
                    "Compare spring.mail.username and spring.mail.password with the server.");
        } catch (MessagingException failure) {
            return Check.failed(
                    place + " does not answer: " + failure.getMessage(), "Mend spring.mail.host or spring.mail.port.");
        }
    }
}
