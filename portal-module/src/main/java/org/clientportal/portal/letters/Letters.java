package org.clientportal.portal.letters;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.clientportal.portal.access.WorkTransaction;
import org.clientportal.portal.branding.Brands;
import org.clientportal.portal.branding.PortalAddress;
import org.clientportal.portal.web.MailFrame;
import org.clientportal.portal.web.Messages;
import org.clientportal.portal.web.Phrase;
import org.clientportal.portal.web.Templates;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Draws and sends mails. The log keeps recipient, kind and time, never a text. */
@Component
public class Letters {

    private static final Duration DAY = Duration.ofDays(1);

    private final ObjectProvider<JavaMailSender> sender;
    private final Templates templates;
    private final Messages messages;
    private final Brands brands;
    private final PortalAddress address;
    private final LetterSettings settings;
    private final LetterLog log;

    Letters(
            ObjectProvider<JavaMailSender> sender,
            Templates templates,
            Messages messages,
            Brands brands,
            PortalAddress address,
            LetterSettings settings,
            LetterLog log) {
        this.sender = sender;
        this.templates = templates;
        this.messages = messages;
        this.brands = brands;
        this.address = address;
        this.settings = settings;
        this.log = log;
    }

    /** What stands around a mail in a language. */
    public MailFrame frame(String language, Phrase reason) {
        return MailFrame.of(
                language,
                messages,
                brands.brand(language),
                brands.sheet(),
                address.url().toString(),
                reason);
    }

    /** The address mails come from and answers go to. */
    public String mailbox() {
        return Optional.ofNullable(settings.mailbox())
                .orElseGet(() -> brands.brand("en").desk().mail());
    }

    /** Whether an address already got as many automatic mails in a day as one may. */
    public boolean tooMany(String recipient) {
        return log.countSince(recipient, DAY) >= settings.perDay();
    }

    /** Sends now; an exception means that the mail server did not take it. */
    public void send(Letter letter) {
        var mailer = sender.getIfAvailable();
        if (mailer == null) {
            throw new IllegalStateException("spring.mail.host is not set, so no mail can be sent");
        }
        mailer.send(drawn(letter, mailer.createMimeMessage().getSession()));
        log.sent(letter);
    }

    private MimeMessage drawn(Letter letter, Session session) {
        var mime = new WholeMessage(session);
        try {
            fill(mime, letter);
        } catch (MessagingException | UnsupportedEncodingException wrong) {
            throw new MailPreparationException(wrong);
        }
        return mime;
    }

    private void fill(MimeMessage mime, Letter letter) throws MessagingException, UnsupportedEncodingException {
        var mail = letter.mail();
        var brand = mail.frame().brand();
        var message = new MimeMessageHelper(mime, true, StandardCharsets.UTF_8.name());
        message.setFrom(mailbox(), brand.name() + " " + brand.product());
        message.setTo(letter.recipient());
        message.setSubject(mail.subjectLine());
        message.setText(
                templates.draw(mail.template() + ".ftl", mail), templates.draw(mail.template() + ".ftlh", mail));
        if (letter.replyTo().isPresent()) {
            message.setReplyTo(letter.replyTo().get());
        }
        // RFC 3834 section 5 and what mail systems made of it: nobody's machine answers
        mime.setHeader("Auto-Submitted", "auto-generated");
        mime.setHeader("X-Auto-Response-Suppress", "All");
        mime.setHeader("X-Client-Portal-Loop", address.url().getHost());
        var settings = mail.frame().settingsUrl();
        if (settings != null) {
            // RFC 2369: a page on which the person ends it, not an end by itself, so without RFC 8058's header
            mime.setHeader("List-Unsubscribe", "<" + settings + ">");
        }
        if (letter.root().isPresent()) {
            mime.setHeader("References", "<" + letter.root().get() + ">");
            mime.setHeader("In-Reply-To", "<" + letter.root().get() + ">");
        }
        // saving draws an id of its own, so ours is set after it
        mime.saveChanges();
        if (letter.messageId().isPresent()) {
            mime.setHeader("Message-ID", "<" + letter.messageId().get() + ">");
        }
    }

    /** Who got which mail when. */
    @org.springframework.stereotype.Repository
    static class LetterLog {

        private final JdbcClient jdbc;
        private final Clock clock;

        LetterLog(JdbcClient jdbc, Clock clock) {
            this.jdbc = jdbc;
            this.clock = clock;
        }

        @WorkTransaction
        public void sent(Letter letter) {
            jdbc.sql("insert into letter_log (recipient, kind, sent_at) values (?, ?, ?)")
                    .params(
                            letter.recipient().toLowerCase(Locale.ROOT),
                            letter.kind(),
                            clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }

        @WorkTransaction
        public int countSince(String recipient, Duration ago) {
            return jdbc.sql("select count(*) from letter_log where recipient = ? and sent_at > ?")
                    .params(
                            recipient.toLowerCase(Locale.ROOT),
                            clock.instant().minus(ago).atOffset(ZoneOffset.UTC))
                    .query(Integer.class)
                    .single();
        }
    }
}
