package org.clientportal.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * The address a notification asks to be answered to, such as {@code support+token@oriale.example}: it says which ticket, is
 * made out to one person, and cannot be made by anybody else (HMAC-SHA256, 80 bits).
 *
 * <p>Marks are the platform's ids: they mean the same after the portal's database was made anew. The person stands in it as
 * a keyed mark of 40 bits, so that the address tells nobody an id and stays within the 64 characters of a local part
 * (RFC 5321 section 4.5.3.1.1) for ticket ids of up to 20 characters.
 *
 * @param ticket the platform's id of the ticket
 */
public record ReplyAddress(String ticket, PersonMark person) {

    private static final int SIGNATURE = 10;
    private static final int MARK = 5;

    /** Tells whether an address was made out to a given person. */
    public record PersonMark(String hex) {

        /** The mark of a person, named by the platform's id. */
        public static PersonMark of(String person, MailKey key) {
            return new PersonMark(
                    HexFormat.of().formatHex(key.sign("person", person.getBytes(StandardCharsets.UTF_8), MARK)));
        }
    }

    /**
     * The address at which one person answers in one ticket.
     *
     * @param mailbox the address mails are fetched from
     * @param ticket the platform's id
     * @param person the platform's id
     */
    public static String make(String mailbox, String ticket, String person, MailKey key) {
        var content = new ByteArrayOutputStream();
        content.writeBytes(key.sign("person", person.getBytes(StandardCharsets.UTF_8), MARK));
        content.writeBytes(ticket.getBytes(StandardCharsets.UTF_8));
        var signed = content.toByteArray();
        content.writeBytes(key.sign("reply", signed, SIGNATURE));
        var at = mailbox.lastIndexOf('@');
        return mailbox.substring(0, at) + "+" + Base32.encode(content.toByteArray()) + mailbox.substring(at);
    }

    /** Whether an address belongs to the mailbox and has a token at all, good or bad. */
    public static boolean hasToken(String address, String mailbox) {
        return token(address, mailbox).isPresent();
    }

    /** What a genuine address says; empty for a foreign, damaged or forged one. */
    public static Optional<ReplyAddress> verify(String address, String mailbox, MailKey key) {
        return token(address, mailbox).flatMap(Base32::decode).flatMap(bytes -> {
            var end = bytes.length - SIGNATURE;
            if (end <= MARK) {
                return Optional.empty();
            }
            var signed = Arrays.copyOf(bytes, end);
            var genuine = MessageDigest.isEqual(
                    key.sign("reply", signed, SIGNATURE), Arrays.copyOfRange(bytes, end, bytes.length));
            return genuine
                    ? Optional.of(new ReplyAddress(
                            new String(signed, MARK, end - MARK, StandardCharsets.UTF_8),
                            new PersonMark(HexFormat.of().formatHex(signed, 0, MARK))))
                    : Optional.empty();
        });
    }

    private static Optional<String> token(String address, String mailbox) {
        var folded = address.strip().toLowerCase(Locale.ROOT);
        var box = mailbox.toLowerCase(Locale.ROOT);
        var at = box.lastIndexOf('@');
        var prefix = box.substring(0, at) + "+";
        return folded.startsWith(prefix)
                        && folded.endsWith(box.substring(at))
                        && folded.lastIndexOf('@') > prefix.length()
                ? Optional.of(folded.substring(prefix.length(), folded.lastIndexOf('@')))
                : Optional.empty();
    }
}
