package org.clientportal.itsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clientportal.itsm.ContractCast.newKey;

import java.time.Instant;
import java.util.List;
import org.clientportal.itsm.ItsmRejected.Reason;
import org.clientportal.itsm.PlatformAgent.Ability;
import org.clientportal.itsm.Submission.NewTicket;
import org.clientportal.itsm.Submission.Wish;
import org.junit.jupiter.api.Test;

/** What is refused for good, with which reason; nothing of it happened. */
public interface ContractRefusals extends ContractPlatform {

    @Test
    default void anUnknownTicketIsGone() {
        var nowhere = unknownTicketId();

        assertThat(itsm().ticket(nowhere)).isEmpty();
        assertRejected(Reason.GONE, cast().reply(cast().anna(), nowhere, "Hello?"));
        assertRejected(Reason.GONE, cast().wish(cast().anna(), nowhere, Wish.CLOSE));
    }

    default String unknownTicketId() {
        return "99999999";
    }

    @Test
    default void anUnknownCategoryIsRefusedForGood() {
        var anna = cast().anna();
        var written = new NewTicket(
                newKey(),
                anna,
                Instant.parse("2026-01-02T03:04:05Z"),
                "No such category",
                "Text",
                "999999",
                null,
                List.of());

        assertThatThrownBy(() -> itsm().deliver(written))
                .isInstanceOfSatisfying(
                        ItsmRejected.class,
                        e -> assertThat(e.reason()).isIn(Reason.GONE, Reason.INVALID, Reason.FORBIDDEN));
        assertThat(itsm().find(written)).isEmpty();
    }

    @Test
    default void anUnknownPersonIsRefused() {
        assumeCan(Ability.KNOWS_PEOPLE);
        assertRejected(
                Reason.GONE,
                cast().ticket(ContractCast.writer("999999", "Nobody", "nobody@nowhere.example"), "Whose?", "Text"));
    }

    @Test
    default void anEmptySubjectIsInvalid() {
        assumeCan(Ability.NEEDS_SUBJECT);
        assertRejected(Reason.INVALID, cast().ticket(cast().anna(), "", "Text"));
    }

    @Test
    default void aLockedTicketTakesNoAnswer() {
        assumeCan(Ability.LOCK);
        var ticketId = openTicket("Locked");
        agent().locks(ticketId);
        assertRejected(Reason.CLOSED, cast().reply(cast().anna(), ticketId, "Still?"));
    }
}
