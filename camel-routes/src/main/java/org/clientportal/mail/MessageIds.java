package org.clientportal.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Message-IDs of the mails the portal sends about a ticket: they carry its platform id and a signature (HMAC-SHA256, 80
 * bits), so that an answer is threaded by In-Reply-To or References and a guessed id is worth nothing.
 */
public final class MessageIds {

    private static final int SIGNATURE = 10;
    private static final int NONCE = 6;
    private static final Pattern OURS = Pattern.compile("(?i)(?<![a-z0-9])cp\\.([a-z2-7]{27,400})(?![a-z0-9])");

    private MessageIds() {}

    /**
     * The id of one mail about a ticket.
     *
     * @param ticket the platform's id
     * @param cause names the one mail, such as the key of its outbox row: sent again it has the same id
     * @param domain of the sending mailbox
     * @return without brackets
     */
    public static String make(String ticket, String cause, String domain, MailKey key) {
        var content = new ByteArrayOutputStream();
        content.writeBytes(key.sign("nonce", (ticket + "\n" + cause).getBytes(StandardCharsets.UTF_8), NONCE));
        content.writeBytes(ticket.getBytes(StandardCharsets.UTF_8));
        content.writeBytes(key.sign("message-id", content.toByteArray(), SIGNATURE));
        return "cp." + Base32.encode(content.toByteArray()) + "@" + domain;
    }

    /** The id that stands first in References of every mail about a ticket, so that clients keep them together. */
    public static String root(String ticket, String domain, MailKey key) {
        return make(ticket, "root", domain, key);
    }

    /**
     * The ticket that the last genuine id names. The domain and whatever else a provider put around the id do not matter.
     *
     * @param ids In-Reply-To after References: the last one counts
     */
    public static Optional<String> ticket(List<String> ids, MailKey key) {
        return ids.reversed().stream()
                .flatMap(id -> OURS.matcher(id).results())
                .flatMap(match -> verified(match.group(1), key).stream())
                .findFirst();
    }

    private static Optional<String> verified(String token, MailKey key) {
        return Base32.decode(token).flatMap(bytes -> {
            var end = bytes.length - SIGNATURE;
            if (end <= NONCE) {
                return Optional.empty();
            }
            var signed = Arrays.copyOf(bytes, end);
            var genuine = MessageDigest.isEqual(
                    key.sign("message-id", signed, SIGNATURE), Arrays.copyOfRange(bytes, end, bytes.length));
            return genuine
                    ? Optional.of(new String(signed, NONCE, end - NONCE, StandardCharsets.UTF_8))
                    : Optional.empty();
        });
    }
}
