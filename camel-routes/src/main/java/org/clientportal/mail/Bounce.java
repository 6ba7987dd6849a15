package org.clientportal.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A delivery status notification (RFC 3464).
 *
 * @param recipients what became of each
 * @param originalMessageId of the mail that was not delivered, without brackets
 */
public record Bounce(List<Recipient> recipients, Optional<String> originalMessageId) {

    private static final int MOST_GROUPS = 500;

    /**
     * One recipient's lot.
     *
     * @param action such as {@code failed}, {@code delayed}
     * @param status such as {@code 5.1.1} (RFC 3463)
     */
    public record Recipient(String address, String action, String status, String diagnostic) {

        /** The address will not take mail again. */
        public boolean isPermanent() {
            return action.equals("failed") && status.startsWith("5");
        }
    }

    static Optional<Bounce> of(MailPart root) {
        if (!root.type().is("multipart/report")) {
            return Optional.empty();
        }
        var recipients = new ArrayList<Recipient>();
        var original = Optional.<String>empty();
        for (var part : root.parts()) {
            if (part.type().value().endsWith("/delivery-status")
                    || part.type().value().endsWith("/global-delivery-status")) {
                recipients.addAll(recipients(part.decoded()));
            } else if (part.type().is("message/rfc822") || part.type().is("text/rfc822-headers")) {
                var bytes = part.decoded();
                original = MailHeaders.parse(bytes, 0, bytes.length)
                        .first("Message-ID")
                        .flatMap(raw -> MessageId.all(raw).stream().findFirst());
            }
        }
        return Optional.of(new Bounce(List.copyOf(recipients), original));
    }

    /** Groups of fields with blank lines between; the first is about the mail as a whole. */
    private static List<Recipient> recipients(byte[] report) {
        var found = new ArrayList<Recipient>();
        var position = 0;
        for (int groups = 0; position < report.length && groups < MOST_GROUPS; groups++) {
            var group = MailHeaders.parse(report, position, report.length);
            var address = value(group, "Final-Recipient").or(() -> value(group, "Original-Recipient"));
            address.ifPresent(known -> found.add(new Recipient(
                    known.substring(known.indexOf(';') + 1).strip().toLowerCase(Locale.ROOT),
                    value(group, "Action").orElse("").toLowerCase(Locale.ROOT),
                    value(group, "Status").orElse(""),
                    value(group, "Diagnostic-Code").orElse(""))));
            position = Math.max(position + 1, group.bodyStart());
        }
        return found;
    }

    private static Optional<String> value(MailHeaders group, String name) {
        return group.first(name).map(EncodedWords::decode).map(String::strip);
    }
}
