package org.clientportal.mail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects from the parts what is text, what is HTML and what is a file. */
final class MailBody {

    private final MailLimits limits;
    private final List<String> remarks;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<MailFile> files = new ArrayList<>();
    private boolean flowed;
    private boolean deleteSpace;

    private MailBody(MailLimits limits, List<String> remarks) {
        this.limits = limits;
        this.remarks = remarks;
    }

    static MailBody of(MailPart root, MailLimits limits, List<String> remarks) {
        var body = new MailBody(limits, remarks);
        body.take(root, root.type());
        return body;
    }

    String text() {
        return text.toString();
    }

    Optional<String> html() {
        return html.isEmpty() ? Optional.empty() : Optional.of(html.toString());
    }

    /** The plain text line by line, paragraphs put together. */
    List<String> lines() {
        return flowed
                ? FlowedText.lines(text.toString(), deleteSpace)
                : List.of(text.toString().split("\n", -1));
    }

    /** Names of inline pictures by content id. */
    Map<String, String> pictures() {
        var names = new HashMap<String, String>();
        files.forEach(file -> file.contentId().ifPresent(id -> names.putIfAbsent(id, file.name())));
        return names;
    }

    /** The files, those the HTML refers to marked as shown in the text. */
    List<MailFile> files() {
        var page = html.toString();
        return files.stream()
                .map(file -> file.contentId()
                                .filter(id -> page.contains("cid:" + id))
                                .isPresent()
                        ? new MailFile(
                                file.name(),
                                file.contentType(),
                                file.contentId(),
                                MailFile.Use.SHOWN_IN_TEXT,
                                file.bytes())
                        : file)
                .toList();
    }

    private void take(MailPart part, ContentType around) {
        if (!part.parts().isEmpty()) {
            if (part.type().is("multipart/encrypted")) {
                remarks.add("encrypted (PGP)");
            }
            part.parts().forEach(child -> take(child, part.type()));
            return;
        }
        var type = part.type().value();
        if (part.type().isBelow("multipart")) {
            remarks.add("a multipart without parts");
            appendTo(text, part.text());
        } else if (isBodyText(part, "text/plain", around)) {
            flowed |= "flowed".equalsIgnoreCase(part.type().parameter("format"));
            deleteSpace |= "yes".equalsIgnoreCase(part.type().parameter("delsp"));
            appendTo(text, part.text());
        } else if (isBodyText(part, "text/html", around)) {
            appendTo(html, part.text());
        } else {
            if (type.equals("application/pkcs7-mime") || type.equals("application/x-pkcs7-mime")) {
                remarks.add("wrapped by S/MIME");
            }
            files.add(file(part, type));
        }
    }

    private static boolean isBodyText(MailPart part, String wanted, ContentType around) {
        var type = part.type().value();
        var isText = type.equals(wanted) || (wanted.equals("text/plain") && (type.isEmpty() || !type.contains("/")));
        var reportPart = around.is("multipart/report") && type.equals("text/rfc822-headers");
        return isText
                && !reportPart
                && !part.disposition().is("attachment")
                && part.fileName().isBlank();
    }

    private void appendTo(StringBuilder target, String more) {
        var room = limits.textChars() - target.length();
        if (!target.isEmpty() && !more.isBlank() && room > 0) {
            target.append('\n');
        }
        if (more.length() > room) {
            remarks.add("text cut at " + limits.textChars() + " characters");
        }
        target.append(more, 0, Math.clamp(room, 0, more.length()));
    }

    private MailFile file(MailPart part, String type) {
        var bytes = part.decoded();
        var given = part.fileName();
        if (given.isBlank() && type.equals("message/rfc822")) {
            given = nestedSubject(bytes);
        }
        var id = part.headers()
                .first("Content-ID")
                .flatMap(raw -> MessageId.all("<" + raw.strip().replaceAll("[<>]", "") + ">").stream()
                        .findFirst());
        return new MailFile(FileName.safe(given, type, files.size() + 1), safeType(type), id, use(type), bytes);
    }

    private static MailFile.Use use(String type) {
        return switch (type) {
            case "application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature" ->
                MailFile.Use.PROOF;
            default -> MailFile.Use.ATTACHED;
        };
    }

    private static String nestedSubject(byte[] bytes) {
        var length = Math.min(MailHeaders.length(bytes, 0, bytes.length) + 2, bytes.length);
        var subject = length > 256 << 10 ? null : subject(bytes, length);
        return subject == null || subject.isBlank()
                ? ""
                : subject.replace('/', '-').replace('\\', '-') + ".eml";
    }

    private static @Nullable String subject(byte[] bytes, int length) {
        return MailHeaders.parse(bytes, 0, length)
                .first("Subject")
                .map(EncodedWords::decode)
                .orElse(null);
    }

    /** Only a type that looks like one is handed on: it ends in a response header one day. */
    private static String safeType(String type) {
        return type.matches("[a-z0-9][a-z0-9!#$&^_.+-]{0,80}/[a-z0-9][a-z0-9!#$&^_.+-]{0,80}")
                ? type.toLowerCase(Locale.ROOT)
                : "application/octet-stream";
    }
}
