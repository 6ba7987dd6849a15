package org.clientportal.portal.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.portal.RunningPortal.ANNA;
import static org.clientportal.portal.RunningPortal.EWA;
import static org.clientportal.portal.RunningPortal.MAREK;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clientportal.itsm.Approval;
import org.clientportal.itsm.Approval.State;
import org.clientportal.itsm.Delivered;
import org.clientportal.itsm.ItsmRejected;
import org.clientportal.itsm.Submission;
import org.clientportal.itsm.Submission.Decision;
import org.clientportal.itsm.Submission.NewDecision;
import org.clientportal.portal.Browser;
import org.clientportal.portal.RunningPortal;
import org.clientportal.portal.TicketCopy;
import org.clientportal.portal.outbox.OutboxTopic;
import org.clientportal.ports.Outbox.Claim;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Marek is asked whether Anna gets what she asks for: he decides once, and Ewa of another firm learns nothing of it. */
class ApprovalsIT {

    private final RunningPortal portal = RunningPortal.get();
    private final Browser anna = portal.browser(ANNA);
    private final Browser marek = portal.browser(MAREK);
    private final Browser ewa = portal.browser(EWA);

    @Test
    void whoeverIsAskedReadsTheTicketAndApprovesOnce() {
        asks("800", "Laptop dla stażystki", State.WAITING);

        assertThat(marek.page("/").text()).contains("Zgadzasz się?", "Laptop dla stażystki");
        assertThat(marek.page("/approvals").text()).contains("Laptop dla stażystki", "Czeka");
        assertThat(marek.page("/tickets").select("a[href=/approvals]")).isNotEmpty();
        var ticket = marek.page("/tickets/800");
        assertThat(ticket.text()).contains("Bez Twojej zgody nie ruszymy dalej.");
        assertThat(ticket.select("#reply textarea")).isEmpty();
        assertThat(marek.page("/tickets?tab=all").text()).doesNotContain("Laptop dla stażystki");
        for (var path : List.of("/tickets/800", "/tickets/800/approval")) {
            assertThat(ewa.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(anna.get("/tickets/800/approval").statusCode()).isEqualTo(404);
        assertThat(notifications("800", "APPROVAL")).isOne();

        var page = marek.page("/tickets/800/approval");
        assertThat(say(page, "800", "approve", "").statusCode()).isEqualTo(302);
        say(page, "800", "approve", "");

        assertThat(marek.page("/tickets/800/approval").text()).contains("Wysyłamy Twoją zgodę");
        assertThat(words("800")).isOne();
        var claim = lastClaim();
        assertThat(submission(claim)).isInstanceOfSatisfying(NewDecision.class, decision -> {
            assertThat(decision.approvalId()).isEqualTo("800.a1");
            assertThat(decision.decision()).isEqualTo(Decision.APPROVE);
            assertThat(decision.writer().personId()).isEqualTo(MAREK);
        });
        portal.work(() -> topic(claim).delivered(claim, new Delivered("800", "800", null)));
        assertThat(marek.page("/tickets/800/approval").text()).contains("Zgoda jest");
        assertThat(marek.page("/approvals").text()).contains("Nic nie czeka na Twoją decyzję.");
    }

    @Test
    void aRefusalNeedsAReasonAndAQuestionDecidesNothing() {
        asks("801", "Drugi monitor", State.WAITING);

        var refused = say(marek.page("/tickets/801/approval"), "801", "refuse", " ");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Napisz, dlaczego nie");
        say(marek.page("/tickets/801/approval"), "801", "comment", "Do czego?");
        assertThat(marek.page("/tickets/801/approval").select("form input[name=decision]"))
                .isNotEmpty();
        say(marek.page("/tickets/801/approval"), "801", "refuse", "Nie w tym kwartale.");

        assertThat(marek.page("/tickets/801/approval").text()).contains("Wysyłamy Twoją odmowę");
        assertThat(submission(lastClaim()))
                .isInstanceOfSatisfying(
                        NewDecision.class,
                        decision -> assertThat(decision.text()).isEqualTo("Nie w tym kwartale."));
    }

    @Test
    void ofTwoTabsTheSecondIsToldAndNothingIsHalfDone() {
        asks("802", "Dwie karty", State.WAITING);
        var one = marek.page("/tickets/802/approval");
        var other = marek.page("/tickets/802/approval");

        say(one, "802", "approve", "");
        var late = say(other, "802", "refuse", "Jednak nie");

        assertThat(late.headers().firstValue("Location").orElseThrow()).endsWith("?said=over");
        assertThat(marek.page("/tickets/802/approval?said=over").text()).contains("już rozstrzygnięta albo wycofana");
        assertThat(words("802")).isOne();
    }

    @Test
    void decidedOrWithdrawnOnThePlatformMeanwhileItIsOver() {
        asks("803", "Odebrane", State.WAITING);
        var open = marek.page("/tickets/803/approval");
        asks("803", "Odebrane", State.REFUSED);
        assertThat(say(open, "803", "approve", "")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("?said=over");
        assertThat(words("803")).isZero();

        asks("804", "Wycofane", State.WAITING);
        var page = marek.page("/tickets/804/approval");
        asks("804", "Wycofane", State.WITHDRAWN);
        assertThat(say(page, "804", "approve", "").statusCode()).isEqualTo(404);
        assertThat(marek.get("/tickets/804").statusCode()).isEqualTo(404);

        // decided there while the decision from here was on its way
        asks("805", "W drodze", State.WAITING);
        say(marek.page("/tickets/805/approval"), "805", "approve", "");
        var claim = lastClaim();
        portal.work(() -> topic(claim).parked(claim, ItsmRejected.Reason.CLOSED));
        asks("805", "W drodze", State.REFUSED);
        assertThat(marek.page("/tickets/805/approval").text()).contains("Zgody nie ma");
    }

    private void asks(String id, String subject, State state) {
        portal.platformSays(TicketCopy.of(portal.ticket(id, subject, "open", ANNA))
                .asking(new Approval(
                        id + ".a1",
                        MAREK,
                        "Budżet?",
                        Instant.parse("2026-11-20T09:00:00Z"),
                        null,
                        state,
                        state == State.WAITING ? null : Instant.parse("2026-11-20T10:00:00Z"),
                        ""))
                .ticket());
    }

    private HttpResponse<String> say(Document page, String number, String decision, String text) {
        return marek.submit(page, "/tickets/" + number + "/approval", Map.of("decision", decision, "text", text));
    }

    private long words(String number) {
        return count("""
                select count(*) from approval_word w join approval a on a.id = w.approval join ticket t on t.id = a.ticket
                where t.number = ? and w.decision <> 'COMMENT'""", number);
    }

    private long notifications(String number, String kind) {
        return count(
                "select count(*) from notification n join ticket t on t.id = n.ticket where t.number = ? and n.kind = '"
                        + kind + "'",
                number);
    }

    private long count(String sql, String number) {
        return portal.inWork(
                () -> jdbc().sql(sql).param(number).query(Long.class).single());
    }

    private JdbcClient jdbc() {
        return portal.jdbc();
    }

    private Claim lastClaim() {
        return portal.inWork(
                () -> jdbc().sql("select * from outbox where topic = 'approval.decision' order by id desc limit 1")
                        .query((row, number) -> new Claim(
                                UUID.randomUUID(),
                                row.getLong("id"),
                                row.getString("lane"),
                                "approval.decision",
                                row.getLong("subject"),
                                row.getString("request_key"),
                                1,
                                false,
                                Instant.now()))
                        .single());
    }

    private Submission submission(Claim claim) {
        return portal.inWork(() -> topic(claim).submission(claim));
    }

    private OutboxTopic topic(Claim claim) {
        return portal.context().getBeansOfType(OutboxTopic.class).values().stream()
                .filter(topic -> topic.topic().equals(claim.topic()))
                .findFirst()
                .orElseThrow();
    }
}
