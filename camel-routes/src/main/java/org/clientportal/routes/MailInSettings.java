package org.clientportal.routes;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the support mailbox is reached by IMAP. Without a host no mail is fetched.
 *
 * @param port 0 for the usual one: 993 with TLS, else 143
 * @param ssl TLS from the first byte; without it STARTTLS is used where the server offers it
 * @param interval between polls
 * @param after what becomes of a message on the server once it is safely stored
 * @param processedFolder where {@link After#MOVE} moves it
 * @param connectTimeout until the server answers at all
 * @param timeout of each read and write
 * @param largest a larger message stays on the server; its header is stored for a human
 * @param oldest a message that arrived longer ago than this is set aside when it is first seen, so that a mailbox with a past
 *     does not become hundreds of tickets
 */
@ConfigurationProperties(prefix = "portal.mail.in", ignoreUnknownFields = false)
public record MailInSettings(
        @Nullable String host,
        @DefaultValue("0") int port,
        @DefaultValue("true") boolean ssl,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("INBOX") String folder,
        @DefaultValue("15s") Duration interval,
        @DefaultValue("SEEN") After after,
        @DefaultValue("Processed") String processedFolder,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("30s") Duration timeout,
        @DefaultValue("40MB") DataSize largest,
        @DefaultValue("14d") Duration oldest) {

    /** What becomes of a stored message on the server. */
    public enum After {
        /** Marked as read. */
        SEEN,
        /** Moved to the folder for processed mail. */
        MOVE,
        /** Left as it is. */
        NOTHING
    }

    public MailInSettings {
        if (host != null && !host.isBlank() && (user.isBlank() || password.isBlank())) {
            throw new IllegalArgumentException(
                    "portal.mail.in.host is set, so portal.mail.in.user and .password must be");
        }
        if (interval.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("portal.mail.in.interval must be at least 1s");
        }
    }

    /** Names the mailbox in the portal's own records. */
    String account() {
        return folder.equalsIgnoreCase("INBOX") ? user : user + "/" + folder;
    }

    String protocol() {
        return ssl ? "imaps" : "imap";
    }

    @Override
    public String toString() {
        return "MailInSettings[" + protocol() + "://" + user + "@" + host + ":" + port + "/" + folder + "]";
    }
}
