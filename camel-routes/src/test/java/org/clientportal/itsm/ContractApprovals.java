package org.clientportal.itsm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.clientportal.itsm.Approval.State;
import org.clientportal.itsm.ItsmRejected.Reason;
import org.clientportal.itsm.PlatformAgent.Ability;
import org.clientportal.itsm.Submission.Decision;
import org.junit.jupiter.api.Test;

/** Whoever is asked decides once; what is decided or withdrawn is not decided again. */
public interface ContractApprovals extends ContractPlatform {

    @Test
    default void aQuestionComesWithItsTicketAndIsApproved() {
        assumeCan(Ability.APPROVALS);
        var cursor = cursorNow();
        var id = openTicket("A laptop for the trainee");
        var approval = agent().asks(id, cast().marek().personId(), "Budżet działu: 6 000 zł?");
        var asked = awaitTicket(cursor, id, t -> !t.approvals().isEmpty());
        assertThat(asked.approvals()).singleElement().satisfies(each -> {
            assertThat(each.id()).isEqualTo(approval);
            assertThat(each.approverId()).isEqualTo(cast().marek().personId());
            assertThat(each.question()).contains("Budżet działu: 6 000 zł?");
            assertThat(each.state()).isEqualTo(State.WAITING);
            assertThat(each.decidedAt()).isNull();
        });
        var decision = cast().decision(cast().marek(), id, approval, Decision.APPROVE, "");
        assertThat(itsm().find(decision)).isEmpty();

        itsm().deliver(decision);
        itsm().deliver(decision);

        assertThat(itsm().find(decision)).isPresent();
        var decided = awaitTicket(cursor, id, t -> state(t, approval) == State.APPROVED);
        assertThat(decided.version()).isGreaterThan(asked.version());
        assertThat(decided.approvals().getFirst().decidedAt()).isNotNull();
    }

    @Test
    default void aRefusalBringsItsReason() {
        assumeCan(Ability.APPROVALS);
        var cursor = cursorNow();
        var id = openTicket("A second monitor");
        var approval = agent().asks(id, cast().marek().personId(), "");

        itsm().deliver(cast().decision(cast().marek(), id, approval, Decision.REFUSE, "Nie w tym kwartale."));

        var decided = awaitTicket(cursor, id, t -> state(t, approval) == State.REFUSED);
        assertThat(decided.approvals().getFirst().reason()).contains("Nie w tym kwartale.");
    }

    @Test
    default void whatIsDecidedOrWithdrawnIsNotDecidedAgain() {
        assumeCan(Ability.APPROVALS);
        for (var over : List.of(State.APPROVED, State.REFUSED, State.WITHDRAWN)) {
            var id = openTicket("Decided elsewhere: " + over);
            var approval = agent().asks(id, cast().marek().personId(), "");
            agent().settles(id, approval, over, "By telephone");

            assertRejected(Reason.CLOSED, cast().decision(cast().marek(), id, approval, Decision.APPROVE, ""));

            assertThat(state(fresh(id), approval)).isEqualTo(over);
        }
    }

    @Test
    default void ofTwoDecisionsAtOnceOneCounts() throws Exception {
        assumeCan(Ability.APPROVALS);
        var id = openTicket("Two tabs");
        var approval = agent().asks(id, cast().marek().personId(), "");
        var refused = new AtomicInteger();
        var calls = List.of(Decision.APPROVE, Decision.REFUSE).stream()
                .map(decision -> (Callable<Void>) () -> {
                    try {
                        itsm().deliver(cast().decision(cast().marek(), id, approval, decision, "At once"));
                    } catch (ItsmRejected e) {
                        assertThat(e.reason()).isEqualTo(Reason.CLOSED);
                        refused.incrementAndGet();
                    }
                    return null;
                })
                .toList();

        ContractPlatform.atOnce(calls);

        assertThat(refused).hasValue(1);
        assertThat(state(fresh(id), approval)).isIn(State.APPROVED, State.REFUSED);
    }

    @Test
    default void aCommentDecidesNothingAndIsAnEntry() {
        assumeCan(Ability.APPROVALS);
        var cursor = cursorNow();
        var id = openTicket("A question first");
        var approval = agent().asks(id, cast().marek().personId(), "");
        var comment = cast().decision(cast().marek(), id, approval, Decision.COMMENT, "Od kiedy?");

        itsm().deliver(comment);

        var entry = awaitEntry(cursor, id, comment);
        ContractPlatform.assertAuthor(entry, cast().marek());
        assertThat(ContractPlatform.words(entry)).isEqualTo("Od kiedy?");
        assertThat(state(fresh(id), approval)).isEqualTo(State.WAITING);
    }

    @Test
    default void anApprovalThatIsNotThereIsGone() {
        assumeCan(Ability.APPROVALS);
        var id = openTicket("Nobody was asked");
        assertRejected(Reason.GONE, cast().decision(cast().marek(), id, "99999999", Decision.APPROVE, ""));
    }

    private static State state(Ticket ticket, String approval) {
        return ticket.approvals().stream()
                .filter(each -> each.id().equals(approval))
                .map(Approval::state)
                .findFirst()
                .orElse(State.WAITING);
    }
}
