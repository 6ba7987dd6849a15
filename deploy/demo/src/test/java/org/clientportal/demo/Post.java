package org.clientportal.demo;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Mail as a person sends and reads it: by SMTP and IMAP to the demo's server. */
final class Post {

    /** What arrived, with its plain text. */
    record Letter(String subject, String replyTo, String messageId, String text) {}

    static void send(String from, String to, String subject, String text, Map<String, String> header) {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", String.valueOf(RunningDemo.sheet().smtpPort()));
        try {
            var message = new MimeMessage(Session.getInstance(properties));
            message.setFrom(from);
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
            message.setSubject(subject, "UTF-8");
            message.setText(text, "UTF-8");
            for (var field : header.entrySet()) {
                message.setHeader(field.getKey(), field.getValue());
            }
            Transport.send(message);
        } catch (MessagingException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** All of somebody's mail, oldest first. */
    static List<Letter> of(String address) {
        try (var store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", RunningDemo.sheet().imapPort(), address, RunningDemo.sheet().mailPassword());
            var letters = new ArrayList<Letter>();
            try (var inbox = store.getFolder("INBOX")) {
                inbox.open(jakarta.mail.Folder.READ_ONLY);
                for (var message : inbox.getMessages()) {
                    letters.add(new Letter(
                            message.getSubject(),
                            ((InternetAddress) message.getReplyTo()[0]).getAddress(),
                            message.getHeader("Message-ID")[0],
                            text(message)));
                }
            }
            return letters;
        } catch (MessagingException failed) {
            throw new IllegalStateException(failed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String text(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return (String) part.getContent();
        }
        var text = new StringBuilder();
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                text.append(text(inner));
            }
        }
        return text.toString();
    }

    private Post() {}
}
