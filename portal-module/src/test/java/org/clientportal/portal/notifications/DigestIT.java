package org.clientportal.portal.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clientportal.portal.RunningPortal.ANNA;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.clientportal.mail.IncomingMail;
import org.clientportal.mail.Reading;
import org.clientportal.portal.Browser;
import org.clientportal.portal.RunningPortal;
import org.clientportal.portal.access.ViewerDefaults;
import org.clientportal.portal.outbox.OutboxRows;
import org.clientportal.ports.Outbox.Claim;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Anna wants one mail a day: what is new comes together, once, and nothing comes when there is nothing. */
class DigestIT {

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    private final RunningPortal portal = RunningPortal.get();
    private final Browser anna = portal.browser(ANNA);
    private final Told told = new Told();
    private final MailServer server = new MailServer();

    @BeforeEach
    void annaWantsDigests() {
        told.nothingChosen();
        told.chooses(anna, Map.of("mail-answer", "digest", "mail-end", "digest"));
        beans().registerSingleton("mailServerOfTest", server);
    }

    @AfterEach
    void noMailServer() {
        beans().destroySingleton("mailServerOfTest");
    }

    @Test
    void everythingSinceTheLastOneComesInOneMailGroupedByTicket() throws Exception {
        told.begins("8700");
        told.begins("8701");
        told.answers("8700", 1, "Pierwsza odpowiedź.");
        told.answers("8701", 1, "Druga odpowiedź.");
        told.answers("8700", 2, "Trzecia odpowiedź.");

        assertThat(at(Instant.now()).due()).isEmpty();
        assertThat(due(tomorrow())).containsExactly(id());
        round(tomorrow());

        var claim = claims().getFirst();
        mails().perform(claim);
        var letter = server.taken.getFirst();
        assertThat(letter.subject()).isEqualTo("Podsumowanie: 2 zgłoszenia");
        assertThat(letter.text())
                .contains("Pierwsza odpowiedź.", "Druga odpowiedź.", "Trzecia odpowiedź.", "/profile/notifications")
                .containsSubsequence("Sprawa 8700", "Pierwsza", "Trzecia", "Sprawa 8701", "Druga");
        assertThat(server.headers.getFirst())
                .contains(
                        "List-Unsubscribe: <http://localhost/profile/notifications>", "Auto-Submitted: auto-generated");
        // the next day there is nothing new
        round(tomorrow().plus(Duration.ofDays(1)));
        assertThat(claims()).hasSize(1);
    }

    @Test
    void whatWasReadOnThePortalMeanwhileIsLeftOut() throws Exception {
        told.begins("8702");
        told.begins("8703");
        told.answers("8702", 1, "Przeczytane.");
        told.answers("8703", 1, "Nieprzeczytane.");
        anna.page("/tickets/8702");
        round(tomorrow());
        mails().perform(claims().getFirst());
        assertThat(server.taken.getFirst().text()).contains("Nieprzeczytane.").doesNotContain("Przeczytane.");

        // read after it was made and before it went out: nothing is left to say
        told.answers("8703", 2, "Za późno.");
        round(tomorrow());
        anna.page("/tickets/8703");
        mails().perform(claims().getLast());
        assertThat(server.taken).hasSize(1);
    }

    @Test
    void nothingNewIsNoMail() {
        round(tomorrow());
        assertThat(claims()).isEmpty();
        told.begins("8704");
        told.answers("8704", 1, "Jednak nie mailem.");
        told.chooses(anna, Map.of("mail-answer", "none"));
        round(tomorrow());
        assertThat(claims()).isEmpty();
    }

    @Test
    void ofSeveralNodesAtOnceOneMakesIt() throws Exception {
        told.begins("8705");
        told.answers("8705", 1, "Raz.");
        var nodes = 6;
        var start = new CyclicBarrier(nodes);
        try (var threads = Executors.newFixedThreadPool(nodes)) {
            var node = (Callable<Boolean>) () -> {
                start.await();
                return portal.inWork(() -> at(tomorrow()).make(id()));
            };
            var made = threads.invokeAll(java.util.Collections.nCopies(nodes, node)).stream()
                    .filter(future -> future.resultNow())
                    .count();
            assertThat(made).isOne();
        }
        assertThat(claims()).hasSize(1);
    }

    @Test
    void aNodeThatDiesLeavesAllOrNothing() {
        told.begins("8706");
        told.answers("8706", 1, "Przed upadkiem.");
        var work =
                new TransactionTemplate(portal.context().getBean("workTransactions", PlatformTransactionManager.class));
        // killed before the commit: as if it had never begun
        work.executeWithoutResult(status -> {
            at(tomorrow()).make(id());
            status.setRollbackOnly();
        });
        assertThat(claims()).isEmpty();
        assertThat(due(tomorrow())).containsExactly(id());

        // killed after it: the mail is in the outbox, and nothing is due
        round(tomorrow());
        assertThat(due(tomorrow())).isEmpty();
        var claim = claims().getFirst();

        // the mail server is away, then takes it; sent again it would have the same id, and is not sent again
        server.away = true;
        assertThatThrownBy(() -> mails().perform(claim)).isInstanceOf(MailSendException.class);
        server.away = false;
        mails().perform(claim);
        mails().perform(claim);
        assertThat(server.taken).hasSize(1);
        assertThat(server.headers.getFirst()).contains("Message-ID: <digest." + claim.requestKey() + "@");
    }

    @Test
    void anotherHourAnotherZone() {
        told.begins("8707");
        told.answers("8707", 1, "O dwudziestej.");
        told.chooses(anna, Map.of("mail-answer", "digest", "digest", "20"));
        var since = Instant.now();
        var eight = since.atZone(WARSAW).toLocalDate().plusDays(1).atTime(20, 0).atZone(WARSAW);
        assertThat(due(eight.minusHours(1).toInstant()).isEmpty())
                .isEqualTo(since.atZone(WARSAW).getHour() >= 20);
        assertThat(due(eight.toInstant())).containsExactly(id());

        told.chooses(anna, Map.of("mail-answer", "digest", "digest", "hourly"));
        assertThat(due(since.plus(Duration.ofMinutes(61)))).containsExactly(id());
    }

    // ---- rounds

    private static Instant tomorrow() {
        return Instant.now().plus(Duration.ofDays(1)).plus(Duration.ofMinutes(1));
    }

    private Digests at(Instant now) {
        return new Digests(
                portal.jdbc(),
                portal.bean(OutboxRows.class),
                portal.bean(NotificationSettings.class),
                portal.bean(ViewerDefaults.class),
                Clock.fixed(now, ZoneOffset.UTC)) {
            @Override
            public List<Long> due() {
                return portal.inWork(super::due);
            }
        };
    }

    private List<Long> due(Instant now) {
        return at(now).due();
    }

    private void round(Instant now) {
        var digests = at(now);
        digests.due().forEach(person -> portal.work(() -> digests.make(person)));
    }

    private DigestMails mails() {
        return portal.bean(DigestMails.class);
    }

    private long id() {
        return portal.inWork(() -> portal.jdbc()
                .sql("select id from person where platform_id = 'anna'")
                .query(Long.class)
                .single());
    }

    private List<Claim> claims() {
        return portal.inWork(() -> portal.jdbc()
                .sql("select * from outbox where topic = 'mail.digest' order by id")
                .query((row, number) -> new Claim(
                        UUID.randomUUID(),
                        row.getLong("id"),
                        row.getString("lane"),
                        "mail.digest",
                        row.getLong("subject"),
                        row.getString("request_key"),
                        1,
                        false,
                        Instant.now()))
                .list());
    }

    private DefaultListableBeanFactory beans() {
        return (DefaultListableBeanFactory) portal.context().getBeanFactory();
    }

    /** Takes mails as a server does, and reads them as whoever gets them. */
    private static final class MailServer extends JavaMailSenderImpl {

        private final List<IncomingMail> taken = new ArrayList<>();
        private final List<String> headers = new ArrayList<>();
        private boolean away;

        @Override
        public MimeMessage createMimeMessage() {
            return new MimeMessage(Session.getInstance(new Properties()));
        }

        @Override
        public void send(MimeMessage message) {
            if (away) {
                throw new MailSendException("away");
            }
            var raw = new ByteArrayOutputStream();
            try {
                message.writeTo(raw);
            } catch (IOException | MessagingException failed) {
                throw new MailSendException("not written", failed);
            }
            taken.add(((Reading.Understood) IncomingMail.read(raw.toByteArray())).mail());
            headers.add(raw.toString(StandardCharsets.UTF_8));
        }
    }
}
