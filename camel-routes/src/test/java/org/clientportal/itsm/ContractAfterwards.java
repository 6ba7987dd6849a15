package org.clientportal.itsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.itsm.StatusMeaning.CLOSED;
import static org.clientportal.itsm.StatusMeaning.IN_WORK;
import static org.clientportal.itsm.StatusMeaning.SOLVED;

import java.util.List;
import org.clientportal.itsm.Entry.Role;
import org.clientportal.itsm.ItsmRejected.Reason;
import org.clientportal.itsm.PlatformAgent.Ability;
import org.clientportal.itsm.Submission.NewRating;
import org.clientportal.itsm.Submission.NewState;
import org.clientportal.itsm.Submission.NewTicket;
import org.clientportal.itsm.Submission.Wish;
import org.junit.jupiter.api.Test;

/** What comes after an answer: closing what nobody answered, how it was, and a ticket that takes up a closed one. */
public interface ContractAfterwards extends ContractPlatform {

    @Test
    default void whatIsSolvedIsClosedAutomaticallyAndInNobodysName() {
        var cursor = cursorNow();
        var ticketId = openTicket("Closed by nobody");
        agent().setsStatus(ticketId, SOLVED);
        var expiry = expiry(ticketId);

        itsm().deliver(expiry);

        assertThat(meaning(fresh(ticketId).statusId())).isEqualTo(CLOSED);
        assertThat(itsm().find(expiry)).isPresent();
        var entry = awaitEntry(cursor, ticketId, expiry);
        assertThat(entry.kind()).isEqualTo(Entry.Kind.STATUS_CHANGE);
        assertThat(entry.author().role()).isEqualTo(Role.AUTOMATIC);
        assertThat(entry.author().personId()).isNull();
    }

    @Test
    default void whatIsNotSolvedAnyMoreStaysOpenThoughItsTimeIsOver() {
        var ticketId = openTicket("Opened again in time");
        agent().setsStatus(ticketId, SOLVED);
        agent().setsStatus(ticketId, IN_WORK);

        itsm().deliver(expiry(ticketId));

        assertThat(meaning(fresh(ticketId).statusId())).isEqualTo(IN_WORK);
    }

    @Test
    default void theSameAutomaticClosingTwiceIsOneAndAPersonOpensItAgain() {
        var ticketId = openTicket("Closed once");
        agent().setsStatus(ticketId, SOLVED);
        var expiry = expiry(ticketId);

        itsm().deliver(expiry);
        itsm().deliver(cast().wish(cast().anna(), ticketId, Wish.REOPEN));
        itsm().deliver(expiry);

        assertThat(meaning(fresh(ticketId).statusId())).isEqualTo(IN_WORK);
        assertThat(fresh(ticketId).entries())
                .filteredOn(entry -> expiry.key().value().equals(entry.requestKey()))
                .hasSize(1);
    }

    @Test
    default void aRatingArrivesWithItsCommentAndComesBack() {
        assumeCan(Ability.RATING);
        var cursor = cursorNow();
        var ticketId = openTicket("Rated");
        var comment = "Szybko, ale <b>&amp; „gęślą” 😀\n".repeat(30).strip();
        var rating = rating(ticketId, 4, comment);
        assertThat(itsm().find(rating)).isEmpty();

        assertThat(itsm().deliver(rating).ticketId()).isEqualTo(ticketId);

        assertThat(itsm().find(rating)).isPresent();
        assertThat(agent().rating(ticketId)).isEqualTo("4");
        var back =
                awaitTicket(cursor, ticketId, ticket -> ticket.rating() != null).rating();
        assertThat(back.score()).isEqualTo(4);
        assertThat(back.comment()).isEqualTo(comment);
        assertThat(back.personId()).isEqualTo(cast().anna().personId());
        assertThat(back.requestKey()).isEqualTo(rating.key().value());
    }

    @Test
    default void aLaterRatingTakesThePlaceOfTheEarlierAndNeitherIsAnEntry() {
        assumeCan(Ability.RATING);
        var ticketId = openTicket("Rated twice");
        var before = fresh(ticketId);
        itsm().deliver(rating(ticketId, 1, "Nothing works"));
        var later = rating(ticketId, 5, "");

        itsm().deliver(later);
        itsm().deliver(later);

        var now = fresh(ticketId);
        assertThat(now.rating().score()).isEqualTo(5);
        assertThat(now.rating().comment()).isEmpty();
        assertThat(now.entries()).hasSameSizeAs(before.entries());
        assertThat(now.version()).isGreaterThan(before.version());
    }

    @Test
    default void aRatingOfWhatIsNotThereIsGone() {
        assertRejected(Reason.GONE, rating("99999999", 3, ""));
    }

    @Test
    default void aTicketThatTakesUpAnotherIsLinkedToIt() {
        assumeCan(Ability.LINKS);
        var cursor = cursorNow();
        var old = openTicket("It broke");
        var again = following(old);

        var made = itsm().deliver(again).ticketId();
        itsm().deliver(again);

        assertThat(itsm().find(again)).isPresent();
        assertThat(fresh(made).links()).containsExactly(new TicketLink(old, TicketLink.Kind.RELATED));
        awaitTicket(
                cursor, old, ticket -> ticket.links().equals(List.of(new TicketLink(made, TicketLink.Kind.RELATED))));
    }

    @Test
    default void aTicketThatTakesUpWhatIsNotThereIsMadeAllTheSame() {
        var again = following("99999999");

        var made = itsm().deliver(again).ticketId();

        assertThat(fresh(made).links()).isEmpty();
        assertThat(fresh(made).requestKey()).isEqualTo(again.key().value());
    }

    private NewState expiry(String ticketId) {
        return new NewState(ContractCast.newKey(), cast().anna(), ContractCast.now(), ticketId, Wish.CLOSE, true);
    }

    private NewRating rating(String ticketId, int score, String comment) {
        return new NewRating(ContractCast.newKey(), cast().anna(), ContractCast.now(), ticketId, score, comment);
    }

    private NewTicket following(String ticketId) {
        var plain = cast().ticket(cast().anna(), "It broke again", "As before");
        return new NewTicket(
                plain.key(),
                plain.writer(),
                plain.writtenAt(),
                plain.subject(),
                plain.text(),
                plain.categoryId(),
                plain.priorityId(),
                plain.files(),
                plain.fields(),
                null,
                ticketId,
                null);
    }
}
