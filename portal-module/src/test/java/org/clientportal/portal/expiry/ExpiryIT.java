package org.clientportal.portal.expiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.portal.RunningPortal.ANNA;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.clientportal.itsm.Submission.NewState;
import org.clientportal.itsm.Ticket;
import org.clientportal.portal.Browser;
import org.clientportal.portal.RunningPortal;
import org.clientportal.portal.live.Hints;
import org.clientportal.portal.outbox.OutboxRows;
import org.clientportal.portal.tickets.TicketSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the portal does when Anna does nothing after the answer. */
class ExpiryIT {

    private final RunningPortal portal = RunningPortal.get();
    private final Browser anna = portal.browser(ANNA);

    @BeforeEach
    void nothingElseOnItsWay() {
        portal.platformTakes();
    }

    @Test
    void aSolvedTicketIsPromisedADayAnnouncedAndClosedOnceByNobody() {
        var solvedAt = Instant.now();
        begun(solvedAt.minus(Duration.ofDays(1)));
        portal.platformSays(solved("8130", solvedAt));

        assertThat(step(solvedAt, Expiry::promise)).isPositive();
        step(solvedAt, Expiry::promise);
        assertThat(anna.page("/tickets/8130").select("#move").text()).contains("Bez odpowiedzi zamkniemy zgłoszenie");
        step(solvedAt.plus(Duration.ofDays(4)), Expiry::notice);
        assertThat(notices("8130")).isZero();
        step(solvedAt.plus(Duration.ofDays(5)), Expiry::notice);
        step(solvedAt.plus(Duration.ofDays(6)), Expiry::notice);
        assertThat(notices("8130")).isEqualTo(1);
        step(solvedAt.plus(Duration.ofDays(6)), Expiry::ask);
        assertThat(expiries("8130")).isZero();
        step(solvedAt.plus(Duration.ofDays(8)), Expiry::ask);
        step(solvedAt.plus(Duration.ofDays(9)), Expiry::ask);
        assertThat(expiries("8130")).isEqualTo(1);

        assertThat(portal.platformTakes())
                .filteredOn(NewState.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(NewState.class, state -> {
                    assertThat(state.automatic()).isTrue();
                    assertThat(state.ticketId()).isEqualTo("8130");
                });
    }

    @Test
    void whoeverIsToldLateHasTheWholeNotice() {
        var solvedAt = Instant.now();
        begun(solvedAt.minus(Duration.ofDays(1)));
        portal.platformSays(solved("8131", solvedAt));
        step(solvedAt, Expiry::promise);
        var late = solvedAt.plus(Duration.ofDays(30)); // the portal was switched off

        step(late, Expiry::notice);
        step(late.plus(Duration.ofDays(1)), Expiry::ask);

        assertThat(notices("8131")).isEqualTo(1);
        assertThat(expiries("8131")).isZero();
        step(late.plus(Duration.ofDays(3)), Expiry::ask);
        assertThat(expiries("8131")).isEqualTo(1);
    }

    @Test
    void whatWasOpenedAgainOrAnsweredIsNotClosed() {
        var solvedAt = Instant.now();
        begun(solvedAt.minus(Duration.ofDays(1)));
        portal.platformSays(solved("8132", solvedAt), solved("8133", solvedAt));
        step(solvedAt, Expiry::promise);
        step(solvedAt.plus(Duration.ofDays(6)), Expiry::notice);
        portal.platformSays(portal.ticket("8132", "Zmywarka 8132", "open", ANNA));
        anna.submit(
                anna.page("/tickets/8133/reopening"), "/tickets/8133/reopening", Map.of("text", "Jeszcze nie działa"));

        step(solvedAt.plus(Duration.ofDays(9)), Expiry::ask);

        assertThat(expiries("8132")).isZero();
        assertThat(expiries("8133")).isZero();
    }

    @Test
    void whatWasSolvedLongBeforeTheRuleStaysAsItIs() {
        var now = Instant.now();
        begun(now.minus(Duration.ofDays(1)));
        portal.platformSays(solved("8134", now.minus(Duration.ofDays(90))));

        step(now, Expiry::promise);

        assertThat(count("ticket_closing where ticket = (select id from ticket where number = '8134')"))
                .isZero();
    }

    // ---- steps

    private interface Step {
        int of(Expiry expiry);
    }

    private int step(Instant now, Step step) {
        var expiry = new Expiry(
                portal.jdbc(),
                Clock.fixed(now, ZoneOffset.UTC),
                portal.bean(OutboxRows.class),
                portal.bean(Hints.class),
                portal.context(),
                new TicketSettings(Duration.ofDays(7), Duration.ofDays(2), Duration.ofDays(14), Duration.ofDays(14)));
        return portal.inWork(() -> step.of(expiry));
    }

    private void begun(Instant at) {
        portal.work(() -> portal.jdbc()
                .sql(
                        "insert into ticket_closing_rule (began_at) values (?) on conflict (id) do update set began_at = ?")
                .params(at.atOffset(ZoneOffset.UTC), at.atOffset(ZoneOffset.UTC))
                .update());
    }

    private Ticket solved(String id, Instant at) {
        return portal.ticket(id, "Zmywarka " + id, "solved", ANNA, RunningPortal.statusChange(id, at, "solved"));
    }

    private int notices(String number) {
        return count("notification where kind = 'CLOSING' and ticket = (select id from ticket where number = '" + number
                + "')");
    }

    private int expiries(String number) {
        return count("outbox where topic = 'ticket.expiry' and subject = (select id from ticket where number = '"
                + number + "')");
    }

    private int count(String from) {
        return portal.inWork(() -> portal.jdbc()
                .sql("select count(*) from " + from)
                .query(Integer.class)
                .single());
    }
}
