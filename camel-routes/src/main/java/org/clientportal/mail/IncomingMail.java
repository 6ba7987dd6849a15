package org.clientportal.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the portal understood of a raw message.
 *
 * @param from every valid address of every From field; more than one is a reason for doubt
 * @param deliveredTo addresses that mail servers on the way say it was delivered to
 * @param subject decoded, one line
 * @param date as the sender says, empty when unreadable
 * @param messageId without brackets; made of the content when the mail has none
 * @param inReplyTo ids without brackets
 * @param references ids without brackets, oldest first
 * @param text the plain text, or the HTML as text when there is no other
 * @param html as it came: not trusted, to be sanitised before it is shown
 * @param reply the new text apart from the quoted rest
 * @param automatic why it is taken for automatic, empty for a human's
 * @param bounce what a delivery report reports
 * @param bodyHash SHA-256 of all below the header, hexadecimal: the same for one mail delivered twice
 * @param authenticationFields raw Authentication-Results, topmost first
 * @param remarks what was odd or mended
 */
public record IncomingMail(
        List<Mailbox> from,
        List<Mailbox> to,
        List<Mailbox> cc,
        List<Mailbox> deliveredTo,
        String subject,
        Optional<Instant> date,
        String messageId,
        List<String> inReplyTo,
        List<String> references,
        List<MailFile> files,
        String text,
        Optional<String> html,
        ReplyText reply,
        Optional<AutomaticMail> automatic,
        Optional<Bounce> bounce,
        String bodyHash,
        List<String> authenticationFields,
        List<String> remarks) {

    /** Never throws, whatever the bytes are. */
    public static Reading read(byte[] raw) {
        return read(raw, MailLimits.DEFAULT);
    }

    /** Never throws, whatever the bytes are. */
    public static Reading read(byte[] raw, MailLimits limits) {
        if (raw.length > limits.bytes()) {
            return quarantined(Reading.Reason.TOO_LARGE, raw.length + " bytes, more than " + limits.bytes(), raw);
        }
        var bytes = Bytes.withLineFeeds(raw);
        try {
            var root = MailPart.parse(bytes, limits);
            if (root.headers().fields().isEmpty()) {
                return quarantined(Reading.Reason.NOT_A_MAIL, "there is no header", new byte[0]);
            }
            return new Reading.Understood(of(root, limits));
        } catch (MailPart.TooMuch tooMuch) {
            return quarantined(tooMuch.reason, String.valueOf(tooMuch.getMessage()), bytes);
        } catch (RuntimeException | StackOverflowError unforeseen) {
            return quarantined(Reading.Reason.UNREADABLE, unforeseen.getClass().getSimpleName(), bytes);
        }
    }

    /** The only sender, empty when there is none or when there are several. */
    public Optional<Mailbox> sender() {
        return from.stream().map(Mailbox::address).distinct().count() == 1
                ? Optional.of(from.getFirst())
                : Optional.empty();
    }

    /** All addresses it was sent to, visible or not. */
    public Stream<Mailbox> recipients() {
        return Stream.of(deliveredTo, to, cc).flatMap(List::stream);
    }

    /** What our own mail server found out about the sender. */
    public Authentication authentication(String authservId) {
        return Authentication.of(authenticationFields, authservId);
    }

    private static IncomingMail of(MailPart root, MailLimits limits) {
        var headers = root.headers();
        var remarks = new ArrayList<String>();
        var from = Addresses.parse(headers.all("From"));
        var subject =
                headers.first("Subject").map(EncodedWords::decode).orElse("").strip();
        var bodyHash = sha256(root);
        var ids = headers.all("Message-ID");
        if (ids.size() > 1) {
            remarks.add(ids.size() + " Message-ID fields, the first counts");
        }
        var messageId = ids.stream().flatMap(raw -> MessageId.all(raw).stream()).findFirst();
        if (messageId.isEmpty()) {
            remarks.add("no Message-ID");
        }
        if (from.isEmpty()) {
            remarks.add(headers.has("From") ? "no valid address in From" : "no From");
        } else if (from.stream().map(Mailbox::address).distinct().count() > 1) {
            remarks.add("several addresses in From");
        }
        var body = MailBody.of(root, limits, remarks);
        var rendered = body.html().map(html -> HtmlText.of(html, body.pictures()));
        var plain =
                body.text().isBlank() && rendered.isPresent() ? rendered.get().lines() : body.lines();
        return new IncomingMail(
                from,
                Addresses.parse(headers.all("To")),
                Addresses.parse(headers.all("Cc")),
                Addresses.parse(deliveredTo(headers)),
                subject,
                headers.first("Date").flatMap(MailDate::parse),
                messageId.orElse("none." + sha256(headers, bodyHash) + "@client-portal.invalid"),
                ids(headers, "In-Reply-To"),
                ids(headers, "References"),
                body.files(),
                String.join("\n", plain).strip(),
                body.html(),
                reply(subject, rendered, plain),
                AutomaticMail.of(headers, root.type(), from, subject),
                Bounce.of(root),
                bodyHash,
                headers.all("Authentication-Results"),
                List.copyOf(remarks));
    }

    /** A known client's markup tells best where the quote is; else the plain text is read. */
    private static ReplyText reply(String subject, Optional<HtmlText> rendered, List<String> plain) {
        var known = rendered.filter(html -> html.client() != null);
        return known.map(html -> ReplyText.of(subject, html.lines(), html.cut(), "markup of " + html.client()))
                .orElseGet(() -> ReplyText.of(subject, plain, plain.size(), "lines of text"));
    }

    private static List<String> deliveredTo(MailHeaders headers) {
        return Stream.of(
                        "Delivered-To",
                        "X-Original-To",
                        "Envelope-To",
                        "X-Envelope-To",
                        "X-Delivered-To",
                        "Apparently-To")
                .flatMap(name -> headers.all(name).stream())
                .toList();
    }

    private static List<String> ids(MailHeaders headers, String name) {
        return headers.all(name).stream()
                .flatMap(raw -> MessageId.all(raw).stream())
                .toList();
    }

    private static Reading quarantined(Reading.Reason reason, String why, byte[] raw) {
        try {
            // what stands at the very top is enough to show whose mail it is
            var headers = MailHeaders.parse(raw, 0, Math.min(raw.length, 64 << 10));
            return new Reading.Quarantined(
                    reason,
                    why,
                    Addresses.parse(headers.all("From")),
                    headers.first("Subject").map(EncodedWords::decode));
        } catch (RuntimeException | StackOverflowError unforeseen) {
            return new Reading.Quarantined(reason, why, List.of(), Optional.empty());
        }
    }

    private static String sha256(MailPart root) {
        var digest = digest();
        digest.update(root.raw(), root.start(), root.end() - root.start());
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String sha256(MailHeaders headers, String bodyHash) {
        var digest = digest();
        for (var name : List.of("From", "Date", "Subject", "To")) {
            digest.update((headers.first(name).orElse("") + "\n").getBytes(StandardCharsets.UTF_8));
        }
        digest.update(bodyHash.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest()).substring(0, 40);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
