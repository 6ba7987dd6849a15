package org.clientportal.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.LongStream;
import org.clientportal.mail.MailSystemProperties;
import org.clientportal.ports.MailIntake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** Every message of the mailbox is stored exactly once, whatever happens to the connection, the server or its neighbours. */
class MailInMailboxTests {

    private static final String ADDRESS = "support@oriale.example";

    static {
        MailSystemProperties.apply();
    }

    private final Session session = Session.getInstance(new Properties());
    private final StoredMail intake = new StoredMail();
    private GreenMail server;
    private GreenMailUser support;

    @BeforeEach
    void start() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        server.start();
        support = server.setUser(ADDRESS, ADDRESS, "test-only");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void newMessagesAreStoredRawAndMarkedAsRead() throws Exception {
        deliver("one");
        deliver("two");
        var mailbox = mailbox(MailInSettings.After.SEEN);
        mailbox.poll();
        mailbox.poll();
        assertThat(intake.subjects()).containsExactly("one", "two");
        assertThat(intake.failures).containsOnly(Optional.empty());
        assertThat(inbox().getUnseenCount()).isZero();
    }

    @Test
    void whatSomebodyHasReadElsewhereIsFetchedAllTheSame() throws Exception {
        deliver("read by a human");
        inbox().getMessages().getFirst().setFlag(Flags.Flag.SEEN, true);
        mailbox(MailInSettings.After.SEEN).poll();
        assertThat(intake.subjects()).containsExactly("read by a human");
    }

    @Test
    void nothingIsChangedOnTheServerWhereNothingIsWanted() throws Exception {
        deliver("one");
        mailbox(MailInSettings.After.NOTHING).poll();
        assertThat(intake.subjects()).containsExactly("one");
        assertThat(inbox().getUnseenCount()).isEqualTo(1);
    }

    @Test
    void storedMessagesCanBeMovedAway() throws Exception {
        deliver("one");
        var mailbox = mailbox(MailInSettings.After.MOVE);
        mailbox.poll();
        deliver("two");
        mailbox.poll();
        assertThat(intake.subjects()).containsExactly("one", "two");
        assertThat(inbox().getMessageCount()).isZero();
        assertThat(server.getManagers()
                        .getImapHostManager()
                        .getFolder(support, "Processed")
                        .getMessageCount())
                .isEqualTo(2);
    }

    @Test
    void aFailedCommitIsMadeUpForByTheNextPollAndNothingIsFlaggedBefore() throws Exception {
        deliver("one");
        deliver("two");
        intake.failuresAhead = 1;
        var mailbox = mailbox(MailInSettings.After.SEEN);
        assertThat(catchThrowable(mailbox::poll)).hasMessage("the database is gone");
        assertThat(inbox().getUnseenCount()).isEqualTo(2);
        mailbox.poll();
        assertThat(intake.subjects()).containsExactly("one", "two");
    }

    @Test
    void aServerThatGoesAwayBetweenFetchAndCommitCausesNoDoubles() throws Exception {
        deliver("one");
        deliver("two");
        deliver("three");
        intake.beforeSecond = () -> server.getImap().stopService(1_000);
        var mailbox = mailbox(MailInSettings.After.SEEN);
        mailbox.poll();
        assertThat(intake.subjects()).startsWith("one", "two");
        assertThat(intake.messages).extracting(Stored::uid).doesNotHaveDuplicates();
        assertThat(intake.failures.getLast()).isPresent();
    }

    @Test
    void aMessageThatAlwaysEndsTheConnectionIsSetAsideAndTheOthersPass() throws Exception {
        deliver("before");
        deliver("deadly");
        deliver("after");
        try (var between = CuttingProxy.to(server.getImap().getPort(), "deadly")) {
            var mailbox =
                    new MailInMailbox(intake, settings(MailInSettings.After.SEEN, between.port()), Clock.systemUTC());
            for (int poll = 0; poll < 5; poll++) {
                mailbox.poll();
            }
        }
        assertThat(intake.subjects()).containsExactly("before", "after");
        assertThat(intake.aside).singleElement().extracting(Aside::uid).isEqualTo(2L);
        assertThat(intake.failures.getFirst()).isPresent();
        assertThat(intake.failures.getLast()).isEmpty();
    }

    @Test
    void malformedMessagesAreStoredAsTheyAre() throws Exception {
        deliver("before");
        raw(
                "From: <<<>>> \r\nSubject: malformed\r\nContent-Type: multipart/mixed; boundary\r\nDate: never\r\n\r\n--\r\n");
        deliver("after");
        mailbox(MailInSettings.After.SEEN).poll();
        assertThat(intake.subjects()).containsExactly("before", "malformed", "after");
    }

    @Test
    void aMessageOverTheLimitStaysOnTheServerAndItsHeaderIsSetAside() throws Exception {
        raw("From: anna@oriale.example\r\nSubject: huge\r\n\r\n" + "x".repeat(300_000));
        deliver("after");
        mailbox(MailInSettings.After.SEEN).poll();
        assertThat(intake.subjects()).containsExactly("after");
        assertThat(intake.aside).singleElement().satisfies(huge -> {
            assertThat(huge.reason()).startsWith("too large");
            assertThat(new String(huge.raw(), StandardCharsets.UTF_8))
                    .contains("Subject: huge")
                    .doesNotContain("xxx");
        });
        assertThat(inbox().getUnseenCount()).isEqualTo(1);
    }

    @Test
    void anotherUidValidityBeginsAnew() throws Exception {
        deliver("one");
        var mailbox = mailbox(MailInSettings.After.SEEN);
        mailbox.poll();
        intake.validityShift = 1;
        mailbox.poll();
        assertThat(intake.messages)
                .extracting(Stored::validity)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void whatIsOldWhenFirstSeenIsSetAside() throws Exception {
        deliver("from last year");
        var later = Clock.fixed(Instant.now().plus(Duration.ofDays(20)), ZoneOffset.UTC);
        new MailInMailbox(intake, settings(MailInSettings.After.SEEN), later).poll();
        assertThat(intake.subjects()).isEmpty();
        assertThat(intake.aside)
                .singleElement()
                .extracting(Aside::reason)
                .asString()
                .startsWith("older than 14 days");
    }

    @Test
    void aWrongPasswordIsToldWithoutThePassword() {
        support.setPassword("another");
        mailbox(MailInSettings.After.SEEN).poll();
        assertThat(intake.failures.getLast().orElseThrow())
                .contains("Authentication")
                .doesNotContain("test-only");
        assertThat(settings(MailInSettings.After.SEEN).toString()).doesNotContain("test-only");
    }

    private MailInMailbox mailbox(MailInSettings.After after) {
        return new MailInMailbox(intake, settings(after), Clock.systemUTC());
    }

    private MailInSettings settings(MailInSettings.After after) {
        return settings(after, server.getImap().getPort());
    }

    private static MailInSettings settings(MailInSettings.After after, int port) {
        return new MailInSettings(
                "127.0.0.1",
                port,
                false,
                ADDRESS,
                "test-only",
                "INBOX",
                Duration.ofSeconds(1),
                after,
                "Processed",
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                DataSize.ofKilobytes(200),
                Duration.ofDays(14));
    }

    private MailFolder inbox() throws Exception {
        return server.getManagers().getImapHostManager().getInbox(support);
    }

    private void deliver(String subject) throws Exception {
        raw("From: anna@oriale.example\r\nSubject: " + subject + "\r\n\r\nDzień dobry\r\n");
    }

    private void raw(String message) throws Exception {
        inbox().appendMessage(new MimeMessage(session, stream(message)), new Flags(), new Date());
    }

    private static ByteArrayInputStream stream(String message) {
        return new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8));
    }

    /** Stands between client and server and cuts the line when the server says a certain word. */
    private record CuttingProxy(ServerSocket door, int target, String word) implements AutoCloseable {

        static CuttingProxy to(int target, String word) throws IOException {
            var proxy = new CuttingProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target, word);
            Thread.ofVirtual().start(proxy::serve);
            return proxy;
        }

        int port() {
            return door.getLocalPort();
        }

        private void serve() {
            try {
                while (true) {
                    var client = door.accept();
                    var server = new Socket(InetAddress.getLoopbackAddress(), target);
                    Thread.ofVirtual().start(() -> pass(client, server, false));
                    Thread.ofVirtual().start(() -> pass(server, client, true));
                }
            } catch (IOException closed) {
                // the test is over
            }
        }

        private void pass(Socket from, Socket to, boolean watched) {
            try (from;
                    to) {
                var buffer = new byte[8192];
                for (int count = from.getInputStream().read(buffer);
                        count > 0;
                        count = from.getInputStream().read(buffer)) {
                    if (watched && new String(buffer, 0, count, StandardCharsets.ISO_8859_1).contains(word)) {
                        return;
                    }
                    to.getOutputStream().write(buffer, 0, count);
                }
            } catch (IOException closed) {
                // one end went away, so does the other
            }
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }

    private record Stored(long validity, long uid, byte[] raw) {}

    private record Aside(long uid, byte[] raw, String reason) {}

    /** Keeps messages as the portal's database does. */
    private static final class StoredMail implements MailIntake {

        final List<Stored> messages = new ArrayList<>();
        final List<Aside> aside = new ArrayList<>();
        final List<Optional<String>> failures = new ArrayList<>();
        private int failuresAhead;
        private long validityShift;
        private Runnable beforeSecond = () -> {};

        List<String> subjects() {
            return messages.stream()
                    .map(message -> new String(message.raw(), StandardCharsets.UTF_8))
                    .map(raw -> raw.lines()
                            .filter(line -> line.startsWith("Subject: "))
                            .findFirst()
                            .orElse(""))
                    .map(line -> line.substring("Subject: ".length()))
                    .toList();
        }

        @Override
        public long lastUid(String account, long uidValidity) {
            return LongStream.concat(
                            messages.stream()
                                    .filter(message -> message.validity() == uidValidity + validityShift)
                                    .mapToLong(Stored::uid),
                            aside.stream().mapToLong(Aside::uid))
                    .max()
                    .orElse(0);
        }

        @Override
        public void store(String account, long uidValidity, long uid, byte[] raw) {
            if (failuresAhead > 0) {
                failuresAhead--;
                throw new IllegalStateException("the database is gone");
            }
            if (messages.size() == 1) {
                beforeSecond.run();
            }
            messages.add(new Stored(uidValidity + validityShift, uid, raw));
        }

        @Override
        public void setAside(String account, long uidValidity, long uid, byte[] raw, String reason) {
            aside.add(new Aside(uid, raw, reason));
        }

        @Override
        public void polled(String account, Optional<String> failure) {
            failures.add(failure);
        }

        @Override
        public boolean processNext() {
            return false;
        }
    }
}
