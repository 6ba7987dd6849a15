package org.clientportal.itsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.itsm.ContractPlatform.assertAuthor;

import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The feed gives everything and loses nothing. */
public interface ContractFeeding extends ContractPlatform {

    @Test
    default void fromTheBeginningTheFeedGivesEverything() {
        var ticketId = openTicket("From the beginning");
        awaitTicket(null, ticketId, t -> true);

        var feed = new ContractFeed(itsm(), null).readToEnd();

        assertThat(feed.people())
                .containsKeys(cast().anna().personId(), cast().marek().personId());
        assertThat(feed.ticket(ticketId))
                .hasValueSatisfying(t -> assertAuthor(t.entries().getFirst(), cast().anna()));
        assertThat(feed.tickets().values()).allSatisfy(t -> {
            if (!t.gone() && t.organisationId() != null) {
                assertThat(feed.organisations()).containsKey(t.organisationId());
            }
        });
    }

    @Test
    default void anEndCursorGivesNothingNew() {
        var cursor = cursorNow();
        var ticketId = openTicket("Before the end");
        awaitTicket(cursor, ticketId, t -> true);
        var feed = new ContractFeed(itsm(), cursor).readToEnd();

        var again = new ContractFeed(itsm(), feed.cursor()).readToEnd();

        // repeats are allowed, but nothing may be newer than what was read
        assertThat(again.tickets().values())
                .allSatisfy(t -> assertThat(feed.ticket(t.id()))
                        .hasValueSatisfying(known -> assertThat(t.version()).isLessThanOrEqualTo(known.version())));
    }

    @Test
    default void nothingIsLostWhileOthersWrite() throws Exception {
        var cursor = cursorNow();
        var feed = new ContractFeed(itsm(), cursor);
        var written = IntStream.range(0, 16)
                .mapToObj(i -> cast().ticket(cast().anna(), "Busy " + i, "Text"))
                .toList();
        var delivered = new ArrayList<Delivered>();

        try (var threads = Executors.newFixedThreadPool(4)) {
            var running = written.stream()
                    .map(t -> threads.submit(() -> itsm().deliver(t)))
                    .toList();
            while (running.stream().anyMatch(future -> !future.isDone())) {
                feed.readPage();
            }
            for (var one : running) {
                delivered.add(one.get());
            }
        }

        var ids = delivered.stream().map(Delivered::ticketId).toList();
        awaitThat("all tickets in the feed", () -> {
            feed.readToEnd();
            return feed.tickets().keySet().containsAll(ids);
        });
        assertThat(ids).doesNotHaveDuplicates();
    }
}
