package org.clientportal.itsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.clientportal.itsm.ContractKnowledge.draft;

import org.clientportal.itsm.ItsmRejected.Reason;
import org.clientportal.itsm.PlatformAgent.Ability;
import org.clientportal.itsm.PlatformAgent.Verdict;
import org.junit.jupiter.api.Test;

/** What a person says of an article arrives once, where its authors read it. */
public interface ContractVerdicts extends ContractPlatform {

    @Test
    default void aVerdictArrivesInItsWritersNameWithItsReason() {
        assumeCan(Ability.KNOWLEDGE);
        var id = agent().publishes(draft("Judged", "<p>Text</p>"));

        itsm().deliver(cast().verdict(cast().anna(), id, true, ""));
        itsm().deliver(cast().verdict(cast().marek(), id, false, "Nie ma nic o błędzie 809.\n<b>&amp; więcej</b>"));

        assertThat(agent().verdicts(id))
                .containsExactly(
                        new Verdict(cast().anna().name(), true, ""),
                        new Verdict(cast().marek().name(), false, "Nie ma nic o błędzie 809.\n<b>&amp; więcej</b>"));
    }

    @Test
    default void theSameVerdictTwiceIsThereOnceAndMakesNoTicket() {
        assumeCan(Ability.KNOWLEDGE);
        var cursor = cursorNow();
        var id = agent().publishes(draft("Judged twice", "<p>Text</p>"));
        var reason = ContractKnowledge.unique("Judged once");
        var verdict = cast().verdict(cast().anna(), id, false, reason);
        assertThat(itsm().find(verdict)).isEmpty();

        var first = itsm().deliver(verdict);

        assertThat(itsm().find(verdict))
                .hasValueSatisfying(found -> assertThat(found.ticketId()).isEqualTo(first.ticketId()));
        assertThat(itsm().deliver(verdict).ticketId()).isEqualTo(first.ticketId());
        assertThat(agent().verdicts(id)).hasSize(1);
        var marker = openTicket("After the verdict");
        awaitTicket(cursor, marker, t -> true);
        var feed = new ContractFeed(itsm(), cursor).readToEnd();
        assertThat(feed.tickets().values())
                .noneMatch(t -> t.toString().contains(reason)
                        || t.toString().contains(verdict.key().value()));
        assertThat(itsm().ticket(first.ticketId())).isEmpty();
    }

    @Test
    default void aVerdictOnWhatIsNotThereIsGone() {
        assertRejected(Reason.GONE, cast().verdict(cast().anna(), "99999999", true, ""));
    }

    @Test
    default void anArticleThatIsNoLongerPublishedIsJudgedAllTheSame() {
        assumeCan(Ability.KNOWLEDGE);
        var id = agent().publishes(draft("Judged late", "<p>Text</p>"));
        agent().unpublishes(id);

        itsm().deliver(cast().verdict(cast().anna(), id, false, "Late"));

        assertThat(agent().verdicts(id))
                .containsExactly(new Verdict(cast().anna().name(), false, "Late"));
    }

    @Test
    default void aPlatformWithoutKnowledgeSendsNone() {
        assumeThat(cannot()).contains(Ability.KNOWLEDGE);

        assertThat(new ContractFeed(itsm(), null).readToEnd().articles()).isEmpty();
    }
}
