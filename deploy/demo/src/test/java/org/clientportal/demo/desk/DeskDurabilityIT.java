package org.clientportal.demo.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.demo.desk.Cast.CAST;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.clientportal.itsm.ContractCast;
import org.clientportal.itsm.ContractFeed;
import org.clientportal.itsm.Entry;
import org.clientportal.itsm.ItsmConnector;
import org.clientportal.itsm.ItsmUnavailable;
import org.clientportal.itsm.Submission;
import org.clientportal.itsm.http.Bridges;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The desk is killed (SIGKILL) while it takes submissions; each is then wholly there or not at all, and none twice. */
class DeskDurabilityIT {

    private static final int LANES = 3;

    @TempDir
    Path data;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aKilledDeskKnowsEachSubmissionWhollyOrNotAtAll(long seed) throws Exception {
        var random = new Random(seed);
        var tickets = new ArrayList<String>();
        List<List<Submission>> sent = new ArrayList<>();
        var promised = new LinkedHashSet<String>();
        try (var desk = DeskProcess.start(DeskProcess.Options.plain(data, "t"))) {
            Cast.moveIn(desk.url());
            var itsm = connector(desk);
            for (int lane = 0; lane < LANES; lane++) {
                tickets.add(itsm.deliver(CAST.ticket(CAST.anna(), "Lane " + lane, "Text"))
                        .ticketId());
                sent.add(new ArrayList<>());
            }
            var enough = new CountDownLatch(4 + random.nextInt(20));
            var writers = new ArrayList<CompletableFuture<?>>();
            for (int lane = 0; lane < LANES; lane++) {
                var ticketId = tickets.get(lane);
                var mine = sent.get(lane);
                writers.add(CompletableFuture.runAsync(() -> write(itsm, ticketId, mine, promised, enough)));
            }
            assertThat(enough.await(30, TimeUnit.SECONDS)).isTrue();
            desk.kill();
            CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);
        }
        try (var desk = DeskProcess.start(DeskProcess.Options.plain(data, "t"))) {
            var itsm = connector(desk);
            for (int lane = 0; lane < LANES; lane++) {
                repeatWhatDidNotHappen(itsm, sent.get(lane), promised);
                assertEachOnceInOrder(itsm, tickets.get(lane), sent.get(lane));
            }
            assertThat(new ContractFeed(itsm, null).readToEnd().tickets()).hasSize(LANES);
        }
    }

    /** Writes one after the other, as the outbox does, until there is no answer. */
    private static void write(
            ItsmConnector itsm, String ticketId, List<Submission> mine, Set<String> promised, CountDownLatch enough) {
        for (int i = 0; ; i++) {
            var reply = CAST.reply(
                    CAST.marek(),
                    ticketId,
                    "Reply " + i,
                    ContractCast.file("plik " + i + ".bin", "application/octet-stream", ContractCast.bytes(3000, i)));
            mine.add(reply);
            try {
                itsm.deliver(reply);
            } catch (ItsmUnavailable e) {
                return;
            }
            synchronized (promised) {
                promised.add(reply.key().value());
            }
            enough.countDown();
        }
    }

    private static void repeatWhatDidNotHappen(ItsmConnector itsm, List<Submission> sent, Set<String> promised) {
        for (var submission : sent) {
            if (itsm.find(submission).isEmpty()) {
                assertThat(promised)
                        .as("answered before the kill")
                        .doesNotContain(submission.key().value());
                itsm.deliver(submission);
            }
        }
    }

    private static void assertEachOnceInOrder(ItsmConnector itsm, String ticketId, List<Submission> sent)
            throws IOException {
        var replies = itsm.ticket(ticketId).orElseThrow().entries().stream()
                .filter(entry -> entry.kind() == Entry.Kind.REPLY)
                .toList();
        assertThat(replies)
                .extracting(Entry::requestKey)
                .containsExactlyElementsOf(
                        sent.stream().map(s -> s.key().value()).toList());
        for (int i = 0; i < replies.size(); i++) {
            try (var in = itsm.openFile(replies.get(i).files().getFirst().id())) {
                assertThat(in.readAllBytes()).isEqualTo(ContractCast.bytes(3000, i));
            }
        }
    }

    private static ItsmConnector connector(DeskProcess desk) {
        return Bridges.connector(desk.connectorUrl(), "t", Duration.ofSeconds(10));
    }
}
