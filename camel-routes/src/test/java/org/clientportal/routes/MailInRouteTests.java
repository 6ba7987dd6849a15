package org.clientportal.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.impl.DefaultCamelContext;
import org.clientportal.ports.MailIntake;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** The schedules that bring mail in: each works on while the other fails, and only the leading node polls. */
class MailInRouteTests {

    private final BlockingQueue<String> happened = new LinkedBlockingQueue<>();
    private final AtomicBoolean leads = new AtomicBoolean(true);

    @Test
    void mailIsPolledAndWorkedOffBySchedule() throws Exception {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        server.start();
        server.setUser("support@oriale.example", "support@oriale.example", "test-only");
        try (var camel = camel(server.getImap().getPort())) {
            camel.start();
            assertThat(camel.getRoutes().stream().map(route -> route.getRouteId()))
                    .containsExactlyInAnyOrder("mail-in-route", "mail-in-work-route");
            assertThat(awaited("polled")).isTrue();
            assertThat(awaited("worked")).isTrue();
            server.stop();
            assertThat(awaited("poll failed")).as("a mailbox that is gone").isTrue();
            assertThat(awaited("worked")).as("does not stop the work").isTrue();
        }
    }

    @Test
    void aNodeThatDoesNotLeadOnlyWorks() throws Exception {
        leads.set(false);
        try (var camel = camel(1)) {
            camel.start();
            assertThat(awaited("worked")).isTrue();
            assertThat(awaited("worked")).isTrue();
            assertThat(happened).doesNotContain("poll failed");
        }
    }

    private DefaultCamelContext camel(int port) throws Exception {
        var settings = new MailInSettings(
                "127.0.0.1",
                port,
                false,
                "support@oriale.example",
                "test-only",
                "INBOX",
                Duration.ofSeconds(1),
                MailInSettings.After.SEEN,
                "Processed",
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                DataSize.ofMegabytes(1),
                Duration.ofDays(14));
        var intake = new NotingIntake();
        var camel = new DefaultCamelContext();
        camel.addRoutes(new RouteErrors());
        camel.addRoutes(new MailInRoute(
                new MailInMailbox(intake, settings, Clock.systemUTC()),
                new MailInWork(intake),
                settings,
                flow -> leads.get()));
        return camel;
    }

    private boolean awaited(String what) throws InterruptedException {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (System.nanoTime() < end) {
            if (what.equals(happened.poll(1, TimeUnit.SECONDS))) {
                return true;
            }
        }
        return false;
    }

    private final class NotingIntake implements MailIntake {

        @Override
        public long lastUid(String account, long uidValidity) {
            return 0;
        }

        @Override
        public void store(String account, long uidValidity, long uid, byte[] raw) {
            happened.add("stored");
        }

        @Override
        public void setAside(String account, long uidValidity, long uid, byte[] raw, String reason) {
            happened.add("set aside");
        }

        @Override
        public void polled(String account, Optional<String> failure) {
            happened.add(failure.isEmpty() ? "polled" : "poll failed");
        }

        @Override
        public boolean processNext() {
            happened.add("worked");
            return false;
        }
    }
}
