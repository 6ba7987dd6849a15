package org.clientportal.itsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.itsm.ContractCast.file;
import static org.clientportal.itsm.ContractCast.utf8;
import static org.clientportal.itsm.ContractPlatform.assertAuthor;
import static org.clientportal.itsm.ContractPlatform.atOnce;
import static org.clientportal.itsm.ContractPlatform.words;
import static org.clientportal.itsm.StatusMeaning.CLOSED;
import static org.clientportal.itsm.StatusMeaning.IN_WORK;
import static org.clientportal.itsm.StatusMeaning.NEW;
import static org.clientportal.itsm.StatusMeaning.SOLVED;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.clientportal.itsm.Entry.Kind;
import org.clientportal.itsm.Submission.Channel;
import org.clientportal.itsm.Submission.Wish;
import org.clientportal.itsm.Submission.Writer;
import org.junit.jupiter.api.Test;

/** What a person writes arrives once, in order, in the writer's name. */
public interface ContractWriting extends ContractPlatform {

    @Test
    default void aNewTicketCarriesItsAuthorAndKeyThereAndBack() {
        var cursor = cursorNow();
        var written = cast().ticket(
                        cast().anna(),
                        "Zażółć gęślą jaźń – “drukarka” 🖨",
                        "Pierwsza linia\nDruga <b>linia</b> & koniec");

        var delivered = itsm().deliver(written);

        var ticket = awaitTicket(cursor, delivered.ticketId(), t -> !t.entries().isEmpty());
        assertThat(ticket.number()).isEqualTo(delivered.number()).isNotBlank();
        assertThat(ticket.subject()).isEqualTo(written.subject());
        assertThat(ticket.requestKey()).isEqualTo(written.key().value());
        assertThat(ticket.requesterId()).isEqualTo(cast().anna().personId());
        assertThat(ticket.categoryId()).isEqualTo(cast().categoryId());
        assertThat(meaning(ticket.statusId())).isIn(NEW, IN_WORK);
        var description = ticket.entries().getFirst();
        assertThat(description.kind()).isEqualTo(Kind.DESCRIPTION);
        assertThat(words(description)).isEqualTo(written.text());
        assertThat(description.requestKey()).isEqualTo(written.key().value());
        assertThat(description.ours()).isTrue();
        assertAuthor(description, cast().anna());
    }

    @Test
    default void aReplyOfAnotherPersonComesBackInHerOrHisName() {
        var cursor = cursorNow();
        var ticketId = openTicket("Reply of another");
        var reply = cast().reply(cast().marek(), ticketId, "Mam to samo.\n\n> cytat\n  wcięcie");

        var delivered = itsm().deliver(reply);

        assertThat(delivered.ticketId()).isEqualTo(ticketId);
        var entry = awaitEntry(cursor, ticketId, reply);
        assertThat(entry.kind()).isEqualTo(Kind.REPLY);
        assertThat(words(entry)).isEqualTo(reply.text());
        assertAuthor(entry, cast().marek());
        if (delivered.entryId() != null) {
            assertThat(entry.id()).isEqualTo(delivered.entryId());
        }
    }

    @Test
    default void aMailWhoseSenderIsNotProvenIsTakenAsWell() {
        var cursor = cursorNow();
        var ticketId = openTicket("By mail");
        var anna = cast().anna();
        var reply = cast().reply(
                        new Writer(anna.personId(), anna.name(), anna.email(), Channel.MAIL, false),
                        ticketId,
                        "By mail");

        itsm().deliver(reply);

        assertAuthor(awaitEntry(cursor, ticketId, reply), anna);
    }

    @Test
    default void theSameKeyTwiceHasOneEffect() {
        var cursor = cursorNow();
        var written = cast().ticket(cast().anna(), "Twice", "Once only", file("a.txt", "text/plain", utf8("a")));
        var first = itsm().deliver(written);
        var reply = cast().reply(cast().anna(), first.ticketId(), "Also once");
        var firstReply = itsm().deliver(reply);

        // no second try without asking: that is the outbox's duty, and every connector must then say yes
        assertThat(itsm().find(written))
                .hasValueSatisfying(found -> assertThat(found.ticketId()).isEqualTo(first.ticketId()));
        assertThat(itsm().find(reply))
                .hasValueSatisfying(found -> assertThat(found.ticketId()).isEqualTo(first.ticketId()));
        assertThat(itsm().deliver(written).ticketId()).isEqualTo(first.ticketId());
        assertThat(itsm().deliver(reply).ticketId()).isEqualTo(firstReply.ticketId());

        awaitEntry(cursor, first.ticketId(), reply);
        var feed = new ContractFeed(itsm(), cursor).readToEnd();
        assertThat(feed.tickets().values())
                .filteredOn(t -> written.key().value().equals(t.requestKey()))
                .hasSize(1);
        assertThat(fresh(first.ticketId()).entries())
                .filteredOn(e -> reply.key().value().equals(e.requestKey()))
                .hasSize(1);
        assertThat(fresh(first.ticketId()).entries())
                .filteredOn(e -> e.kind() == Kind.DESCRIPTION)
                .hasSize(1);
    }

    @Test
    default void theSameWordsUnderTwoKeysAreTwoReplies() {
        var cursor = cursorNow();
        var ticketId = openTicket("Two keys");
        var one = cast().reply(cast().anna(), ticketId, "Czy są jakieś wieści?");
        var two = cast().reply(cast().anna(), ticketId, "Czy są jakieś wieści?");

        itsm().deliver(one);
        itsm().deliver(two);

        assertThat(awaitEntry(cursor, ticketId, one).order())
                .isLessThan(awaitEntry(cursor, ticketId, two).order());
    }

    @Test
    default void findSaysNoBeforeAndYesAfter() {
        var written = cast().ticket(cast().anna(), "Before and after", "Text");
        assertThat(itsm().find(written)).isEmpty();
        var ticketId = itsm().deliver(written).ticketId();
        var reply = cast().reply(cast().anna(), ticketId, "Text");
        assertThat(itsm().find(reply)).isEmpty();
        itsm().deliver(reply);
        var close = cast().wish(cast().anna(), ticketId, Wish.CLOSE);
        assertThat(itsm().find(close)).isEmpty();
        itsm().deliver(close);

        for (var submission : List.of(written, reply, close)) {
            assertThat(itsm().find(submission))
                    .as(submission.toString())
                    .hasValueSatisfying(found -> assertThat(found.ticketId()).isEqualTo(ticketId));
        }
    }

    @Test
    default void aPersonClosesAndReopens() {
        var cursor = cursorNow();
        var ticketId = openTicket("Close and reopen");
        agent().setsStatus(ticketId, SOLVED);

        itsm().deliver(cast().wish(cast().anna(), ticketId, Wish.CLOSE));
        var closed = awaitTicket(cursor, ticketId, t -> meaning(t.statusId()) == CLOSED);
        itsm().deliver(cast().wish(cast().anna(), ticketId, Wish.REOPEN));
        var open = awaitTicket(cursor, ticketId, t -> Set.of(NEW, IN_WORK).contains(meaning(t.statusId())));

        assertThat(open.version()).isGreaterThan(closed.version());
        var changes = open.entries().stream()
                .filter(e -> e.ours() && e.statusId() != null)
                .toList();
        assertThat(changes).hasSizeGreaterThanOrEqualTo(2).allSatisfy(e -> assertAuthor(e, cast().anna()));
    }

    @Test
    default void askingForTheStateThatIsThereSucceeds() {
        var ticketId = openTicket("Twice closed");
        itsm().deliver(cast().wish(cast().anna(), ticketId, Wish.CLOSE));

        var again = itsm().deliver(cast().wish(cast().marek(), ticketId, Wish.CLOSE));

        assertThat(again.ticketId()).isEqualTo(ticketId);
        assertThat(meaning(fresh(ticketId).statusId())).isEqualTo(CLOSED);
    }

    @Test
    default void parallelRepliesToOneTicketAllArrive() throws Exception {
        var cursor = cursorNow();
        var ticketId = openTicket("Parallel");
        var replies = IntStream.range(0, 8)
                .mapToObj(i -> cast().reply(i % 2 == 0 ? cast().anna() : cast().marek(), ticketId, "Reply " + i))
                .toList();

        atOnce(replies.stream()
                .<Callable<Delivered>>map(reply -> () -> itsm().deliver(reply))
                .toList());

        var entries = awaitTicket(
                        cursor,
                        ticketId,
                        t -> t.entries().stream().filter(Entry::ours).count() >= 9)
                .entries();
        assertThat(entries)
                .filteredOn(e -> e.kind() == Kind.REPLY)
                .extracting(Entry::requestKey)
                .containsExactlyInAnyOrderElementsOf(
                        replies.stream().map(r -> r.key().value()).toList());
        assertThat(entries).extracting(Entry::order).doesNotHaveDuplicates().isSorted();
    }
}
