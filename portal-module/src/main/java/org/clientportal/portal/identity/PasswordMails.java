package org.clientportal.portal.identity;

import jakarta.mail.MessagingException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import org.clientportal.portal.branding.Brands;
import org.clientportal.portal.branding.PortalAddress;
import org.clientportal.portal.web.MailFrame;
import org.clientportal.portal.web.Messages;
import org.clientportal.portal.web.Phrase;
import org.clientportal.portal.web.Templates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Sends passwords. Not by the queue of other mails: what is queued is stored, and a password is stored nowhere. The log gets
 * recipient, kind and time.
 */
@Component
class PasswordMails {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordMails.class);

    private final ObjectProvider<JavaMailSender> sender;
    private final Templates templates;
    private final Messages messages;
    private final Brands brands;
    private final PortalAddress address;

    PasswordMails(
            ObjectProvider<JavaMailSender> sender,
            Templates templates,
            Messages messages,
            Brands brands,
            PortalAddress address) {
        this.sender = sender;
        this.templates = templates;
        this.messages = messages;
        this.brands = brands;
        this.address = address;
    }

    void send(PasswordMail.Kind kind, Account account, String password, boolean temporary) {
        var login = account.login().orElseThrow().email();
        var frame = MailFrame.of(
                account.language(),
                messages,
                brands.brand(account.language()),
                brands.sheet(),
                address.url().toString(),
                Phrase.of("mail.reason.password"));
        var mail = new PasswordMail(frame, kind, account.name(), login, password, temporary, address.url() + "/");
        var mailer = sender.getIfAvailable();
        if (mailer == null) {
            throw new IllegalStateException("spring.mail.host is not set, so no password can be mailed");
        }
        mailer.send(message -> fill(new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name()), mail));
        LOG.info("mailed {} to {}", kind, login);
    }

    private void fill(MimeMessageHelper message, PasswordMail mail)
            throws MessagingException, UnsupportedEncodingException {
        var brand = mail.frame().brand();
        message.setFrom(brand.desk().mail(), brand.name() + " " + brand.product());
        message.setTo(mail.login());
        message.setSubject(mail.subjectLine());
        message.setText(
                templates.draw(mail.template() + ".ftl", mail), templates.draw(mail.template() + ".ftlh", mail));
        var mime = message.getMimeMessage();
        // RFC 3834 section 5: nobody's absence note answers a password
        mime.setHeader("Auto-Submitted", "auto-generated");
        mime.setHeader("X-Auto-Response-Suppress", "All");
    }
}
