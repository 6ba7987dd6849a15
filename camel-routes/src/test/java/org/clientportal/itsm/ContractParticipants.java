package org.clientportal.itsm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.clientportal.itsm.Entry.Author;
import org.clientportal.itsm.Entry.Role;
import org.clientportal.itsm.ItsmRejected.Reason;
import org.clientportal.itsm.Submission.NewParticipation;
import org.clientportal.itsm.Submission.NewTicket;
import org.clientportal.itsm.Submission.Wish;
import org.junit.jupiter.api.Test;

/** Who is in copy goes to the platform and comes back; so does for whom somebody writes. */
public interface ContractParticipants extends ContractPlatform {

    @Test
    default void somebodyComesIntoCopyAndComesBackInTheFeed() {
        var cursor = cursorNow();
        var id = openTicket("Marek in copy");
        var asked = cast().participation(cast().anna(), id, cast().marek(), true);
        assertThat(itsm().find(asked)).isEmpty();

        assertThat(itsm().deliver(asked).ticketId()).isEqualTo(id);

        assertThat(itsm().find(asked)).isPresent();
        var ticket = awaitTicket(
                cursor, id, t -> t.participantIds().contains(cast().marek().personId()));
        assertThat(ticket.requesterId()).isEqualTo(cast().anna().personId());
        assertThat(ticket.entries()).hasSize(1);
    }

    @Test
    default void comingTwiceIsOnceAndWhoeverLeavesIsGone() {
        var cursor = cursorNow();
        var id = openTicket("Marek comes and goes");
        itsm().deliver(cast().participation(cast().anna(), id, cast().marek(), true));
        var before = awaitTicket(cursor, id, t -> !t.participantIds().isEmpty());

        itsm().deliver(cast().participation(cast().anna(), id, cast().marek(), true));
        assertThat(fresh(id).participantIds()).containsExactly(cast().marek().personId());

        var leaving = cast().participation(cast().marek(), id, cast().marek(), false);
        itsm().deliver(leaving);
        itsm().deliver(leaving);

        var after = awaitTicket(cursor, id, t -> t.participantIds().isEmpty());
        assertThat(after.version()).isGreaterThan(before.version());
    }

    @Test
    default void inCopyOfWhatIsNotThereIsGone() {
        var anna = cast().anna();
        var key = ContractCast.newKey();
        assertRejected(Reason.GONE, cast().participation(anna, "99999999", cast().marek(), true));
        var nobody = new NewParticipation(key, anna, Instant.now(), openTicket("Nobody in copy"), "99999999", true);
        assertRejected(Reason.GONE, nobody);
    }

    @Test
    default void aTicketForAColleagueIsTheirsWithTheWriterInCopy() {
        var cursor = cursorNow();
        var written = new NewTicket(
                ContractCast.newKey(),
                ContractCast.standingIn(cast().marek(), cast().anna()),
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                "For a colleague",
                "Anna cannot write now",
                cast().categoryId(),
                cast().priorityId(),
                List.of(),
                Map.of(),
                cast().anna().personId());

        var id = itsm().deliver(written).ticketId();

        var ticket = awaitTicket(cursor, id, t -> true);
        assertThat(ticket.requesterId()).isEqualTo(cast().anna().personId());
        assertThat(ticket.participantIds()).containsExactly(cast().marek().personId());
        assertThat(ticket.entries().getFirst().author())
                .isEqualTo(new Author(
                        cast().marek().personId(),
                        cast().marek().name(),
                        Role.PERSON,
                        cast().anna().name()));
    }

    @Test
    default void aStandInsWordsComeBackAsTheirsForSomebody() {
        var cursor = cursorNow();
        var id = openTicket("Answered by a stand-in");
        var standIn = ContractCast.standingIn(cast().marek(), cast().anna());
        var reply = cast().reply(standIn, id, "For Anna");
        var wish = cast().wish(standIn, id, Wish.CLOSE);

        itsm().deliver(reply);
        itsm().deliver(wish);

        var author = new Author(
                cast().marek().personId(),
                cast().marek().name(),
                Role.PERSON,
                cast().anna().name());
        assertThat(awaitEntry(cursor, id, reply).author()).isEqualTo(author);
        assertThat(awaitEntry(cursor, id, wish).author()).isEqualTo(author);
    }
}
