package org.clientportal.routes;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.StoreClosedException;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.clientportal.ports.MailIntake;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a mailbox from the last UID stored on. Each message is stored raw, and that is committed, before anything is done to
 * it on the server; a message that cannot be fetched is set aside and never holds up the others. Whether somebody has read
 * a message in another program does not matter.
 */
class MailInMailbox {

    private static final Logger LOG = LoggerFactory.getLogger(MailInMailbox.class);
    private static final int BATCH = 50;
    /** How often a message may end the connection before it is given up. */
    private static final int DEATHS = 3;

    private final MailIntake intake;
    private final MailInSettings settings;
    private final Clock clock;
    private final Session session;
    private final Map<Long, Integer> deaths = new HashMap<>();
    private final AtomicReference<String> trouble = new AtomicReference<>("");

    MailInMailbox(MailIntake intake, MailInSettings settings, Clock clock) {
        this.intake = intake;
        this.settings = settings;
        this.clock = clock;
        this.session = Session.getInstance(properties(settings));
    }

    /** As {@link #poll}, for a route, which is to know how it went. */
    public void pollForRoute() {
        poll();
        var told = Objects.requireNonNull(trouble.get());
        if (!told.isEmpty()) {
            throw new ToldAlready(told);
        }
    }

    /** Fetches what is new. */
    void poll() {
        try (var store = session.getStore(settings.protocol())) {
            var port = settings.port() == 0 ? -1 : settings.port();
            store.connect(settings.host(), port, settings.user(), settings.password());
            var folder = (IMAPFolder) store.getFolder(settings.folder());
            folder.open(settings.after() == MailInSettings.After.NOTHING ? Folder.READ_ONLY : Folder.READ_WRITE);
            fetch(folder);
            if (folder.isOpen()) {
                folder.close(false);
            }
            intake.polled(settings.account(), Optional.empty());
            tellOnce("");
        } catch (MessagingException failed) {
            var why = failed.getClass().getSimpleName() + ": " + failed.getMessage();
            intake.polled(settings.account(), Optional.of(why));
            tellOnce(why);
        }
    }

    private void fetch(IMAPFolder folder) throws MessagingException {
        var validity = folder.getUIDValidity();
        var last = intake.lastUid(settings.account(), validity);
        // a range that ends in "*" holds the newest message even when that is older than the range
        var found = Arrays.stream(folder.getMessagesByUID(last + 1, UIDFolder.LASTUID))
                .filter(Objects::nonNull)
                .toList();
        for (int from = 0; from < found.size(); from += BATCH) {
            batch(folder, validity, last, found.subList(from, Math.min(found.size(), from + BATCH)));
        }
    }

    private void batch(IMAPFolder folder, long validity, long last, List<Message> messages) throws MessagingException {
        var profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(FetchProfile.Item.SIZE);
        profile.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        folder.fetch(messages.toArray(Message[]::new), profile);
        var stored = new ArrayList<Message>();
        for (var message : messages) {
            var uid = folder.getUID(message);
            if (uid > last && take(folder, (IMAPMessage) message, validity, uid)) {
                stored.add(message);
            }
        }
        afterwards(folder, stored);
    }

    /** False when there is nothing to be done to the message on the server. */
    private boolean take(IMAPFolder folder, IMAPMessage message, long validity, long uid) throws MessagingException {
        message.setPeek(true);
        byte[] raw;
        try {
            if (message.getSize() > settings.largest().toBytes()) {
                return setAside(message, validity, uid, "too large: " + message.getSize() + " bytes");
            }
            raw = content(message, uid);
        } catch (MessageRemovedException gone) {
            return false;
        } catch (TooLarge tooLarge) {
            return setAside(
                    message,
                    validity,
                    uid,
                    "too large: more than " + settings.largest().toBytes() + " bytes");
        } catch (MessagingException | IOException | RuntimeException failed) {
            if (isConnectionLost(folder, failed)) {
                throw diedAt(uid, failed);
            }
            return setAside(
                    message,
                    validity,
                    uid,
                    "could not be fetched: " + failed.getClass().getSimpleName());
        }
        deaths.remove(uid);
        var arrived = message.getReceivedDate();
        if (arrived != null && arrived.toInstant().isBefore(clock.instant().minus(settings.oldest()))) {
            intake.setAside(
                    settings.account(),
                    validity,
                    uid,
                    raw,
                    "older than " + settings.oldest().toDays() + " days when first seen");
            return false;
        }
        intake.store(settings.account(), validity, uid, raw);
        return true;
    }

    private byte[] content(IMAPMessage message, long uid) throws MessagingException, IOException {
        if (deaths.getOrDefault(uid, 0) >= DEATHS) {
            throw new IOException("ended the connection " + DEATHS + " times");
        }
        var out = new Limited(settings.largest().toBytes());
        message.writeTo(out);
        return out.toByteArray();
    }

    /** The connection is gone; this poll ends, and the next begins again at this message. */
    private MessagingException diedAt(long uid, Exception failed) {
        deaths.merge(uid, 1, Integer::sum);
        return failed instanceof MessagingException told ? told : new MessagingException("connection lost", failed);
    }

    private static boolean isConnectionLost(IMAPFolder folder, Exception failed) {
        return failed instanceof FolderClosedException
                || failed instanceof StoreClosedException
                || failed.getCause() instanceof FolderClosedException
                || !folder.isOpen();
    }

    private boolean setAside(IMAPMessage message, long validity, long uid, String reason) throws MessagingException {
        deaths.remove(uid);
        LOG.warn("message {} of {} is set aside: {}", uid, settings.account(), reason);
        intake.setAside(settings.account(), validity, uid, header(message), reason);
        return false;
    }

    private static byte[] header(IMAPMessage message) {
        try {
            var lines = Collections.list(message.getAllHeaderLines());
            return (String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
        } catch (MessagingException | RuntimeException unreadable) {
            return new byte[0];
        }
    }

    /** Only for order on the server: the messages are safe, so a failure here costs nothing. */
    private void afterwards(IMAPFolder folder, List<Message> stored) {
        if (stored.isEmpty() || settings.after() == MailInSettings.After.NOTHING) {
            return;
        }
        var messages = stored.toArray(Message[]::new);
        try {
            folder.setFlags(messages, new Flags(Flags.Flag.SEEN), true);
            if (settings.after() == MailInSettings.After.MOVE) {
                move(folder, messages);
            }
        } catch (MessagingException failed) {
            LOG.warn(
                    "stored messages of {} stay as they are on the server: {}",
                    settings.account(),
                    failed.getMessage());
        }
    }

    private void move(IMAPFolder folder, Message[] messages) throws MessagingException {
        var processed = folder.getStore().getFolder(settings.processedFolder());
        if (!processed.exists()) {
            processed.create(Folder.HOLDS_MESSAGES);
        }
        try {
            folder.moveMessages(messages, processed);
        } catch (MessagingException noMove) {
            if (noMove instanceof FolderClosedException || noMove instanceof StoreClosedException) {
                throw noMove;
            }
            folder.copyMessages(messages, processed);
            folder.setFlags(messages, new Flags(Flags.Flag.DELETED), true);
            folder.expunge(messages);
        }
    }

    private void tellOnce(String now) {
        var before = trouble.getAndSet(now);
        if (now.isEmpty() && !before.isEmpty()) {
            LOG.info("the mailbox {} answers again", settings.account());
        } else if (!now.isEmpty() && before.isEmpty()) {
            LOG.warn("the mailbox {} cannot be read: {}", settings.account(), now);
        }
    }

    private static Properties properties(MailInSettings settings) {
        var prefix = "mail." + settings.protocol() + ".";
        var properties = new Properties();
        properties.setProperty(
                prefix + "connectiontimeout",
                Long.toString(settings.connectTimeout().toMillis()));
        properties.setProperty(
                prefix + "timeout", Long.toString(settings.timeout().toMillis()));
        properties.setProperty(
                prefix + "writetimeout", Long.toString(settings.timeout().toMillis()));
        properties.setProperty(prefix + "fetchsize", Integer.toString(1 << 20));
        properties.setProperty(prefix + "starttls.enable", "true");
        properties.setProperty("mail.mime.address.strict", "false");
        return properties;
    }

    /** The message is larger than the server said. */
    private static final class TooLarge extends RuntimeException {}

    private static final class Limited extends ByteArrayOutputStream {

        private final long largest;

        Limited(long largest) {
            this.largest = largest;
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            if (count + length > largest) {
                throw new TooLarge();
            }
            super.write(bytes, from, length);
        }
    }
}
