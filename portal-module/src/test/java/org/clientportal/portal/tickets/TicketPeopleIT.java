package org.clientportal.portal.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.portal.RunningPortal.ANNA;
import static org.clientportal.portal.RunningPortal.EWA;
import static org.clientportal.portal.RunningPortal.MAREK;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clientportal.itsm.Delivered;
import org.clientportal.itsm.ItsmRejected;
import org.clientportal.itsm.Submission;
import org.clientportal.itsm.Submission.NewParticipation;
import org.clientportal.itsm.Submission.NewReply;
import org.clientportal.itsm.Submission.NewTicket;
import org.clientportal.itsm.Ticket;
import org.clientportal.portal.Browser;
import org.clientportal.portal.RunningPortal;
import org.clientportal.portal.TicketCopy;
import org.clientportal.portal.access.Explained;
import org.clientportal.portal.access.Rights;
import org.clientportal.portal.outbox.OutboxTopic;
import org.clientportal.ports.Outbox.Claim;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Marek comes into copy, reads what is shared, stands in and is written for; Ewa of another firm never, and never learns of it. */
class TicketPeopleIT {

    private final RunningPortal portal = RunningPortal.get();
    private final Browser anna = portal.browser(ANNA);
    private final Browser marek = portal.browser(MAREK);
    private final Browser ewa = portal.browser(EWA);

    @AfterEach
    void nothingIsLeft() {
        portal.work(() -> {
            portal.jdbc().sql("delete from stand_in").update();
            portal.jdbc().sql("delete from confidential_category").update();
            portal.jdbc()
                    .sql("delete from access_line where feature = 'on-behalf'")
                    .update();
        });
    }

    // ---- in copy

    @Test
    void somebodyInCopySeesItWhenThePlatformHasAgreedAndLeavesByHimself() {
        portal.platformSays(portal.ticket("700", "W kopii", "open", ANNA));

        assertThat(add("700", "Marek Nowak", "copy", "").statusCode()).isEqualTo(302);
        assertThat(marek.get("/tickets/700").statusCode()).isEqualTo(404);
        assertThat(anna.page("/tickets/700/people").text()).contains("Marek Nowak", "Dodajemy…");
        var claim = lastClaim("ticket.participation");
        assertThat(submission(claim)).isInstanceOfSatisfying(NewParticipation.class, asked -> {
            assertThat(asked.ticketId()).isEqualTo("700");
            assertThat(asked.personId()).isEqualTo(MAREK);
            assertThat(asked.takesPart()).isTrue();
            assertThat(asked.writer().personId()).isEqualTo(ANNA);
        });
        portal.work(() -> topic(claim).delivered(claim, new Delivered("700", "700", null)));

        assertThat(marek.get("/tickets/700").statusCode()).isEqualTo(200);
        assertThat(marek.page("/tickets").text()).contains("W kopii");
        assertThat(explained(MAREK, "/tickets/700")).anyMatch(line -> line.contains("participant"));

        assertThat(marek.page("/tickets/700/people/leaving").text()).contains("Opuścić zgłoszenie?");
        var left = marek.submit(marek.page("/tickets/700/people/leaving"), "/tickets/700/people/leaving", Map.of());
        assertThat(left.statusCode()).isEqualTo(302);
        assertThat(marek.get("/tickets/700").statusCode()).isEqualTo(404);
        // the platform has not heard of it yet and still names him
        portal.platformSays(inCopy(portal.ticket("700", "W kopii", "open", ANNA), MAREK));
        assertThat(marek.get("/tickets/700").statusCode()).isEqualTo(404);
        // and when it refuses, he is in copy again, as on the platform
        var leaving = lastClaim("ticket.participation");
        portal.work(() -> topic(leaving).parked(leaving, ItsmRejected.Reason.FORBIDDEN));
        assertThat(marek.get("/tickets/700").statusCode()).isEqualTo(200);
    }

    @Test
    void pressedTwiceItIsAskedOnceAndTheRequesterTakesOut() {
        portal.platformSays(inCopy(portal.ticket("701", "Dwa razy", "open", ANNA), MAREK));
        assertThat(add("701", "Marek Nowak", "copy", "").statusCode()).isEqualTo(422);
        var page = anna.page("/tickets/701/people");
        assertThat(marek.page("/tickets/701/people").select("form[action$=removal]"))
                .isEmpty();

        for (var press = 0; press < 2; press++) {
            anna.submit(page, "/tickets/701/people/removal", Map.of());
        }

        assertThat(marek.get("/tickets/701").statusCode()).isEqualTo(404);
        assertThat(portal.inWork(() -> portal.jdbc().sql("""
                        select count(*) from ticket_participation w join ticket t on t.id = w.ticket where t.number = '701'""").query(Long.class).single()))
                .isOne();
    }

    @Test
    void aStrangerCannotBeAddedAndIsToldNothingOf() {
        portal.platformSays(portal.ticket("702", "Obcy", "open", ANNA));
        for (var how : List.of("copy", "shared")) {
            var stranger = answer(add("702", "Ewa Lis", how, LocalDate.now().toString()));
            var nobody = answer(add("702", "Nie Ma Takiej", how, LocalDate.now().toString()));
            assertThat(stranger.replace("Ewa Lis", "X")).isEqualTo(nobody.replace("Nie Ma Takiej", "X"));
        }
        var ewas = portal.inWork(() -> portal.jdbc()
                .sql("select id from person where platform_id = 'ewa'")
                .query(Long.class)
                .single());
        assertThat(portal.inWork(() -> portal.jdbc()
                        .sql("select count(*) from ticket_reader r join ticket t on t.id = r.ticket"
                                + " where t.number = '702' and r.scope in (?, ?)")
                        .params("p:" + ewas, "v:" + ewas)
                        .query(Long.class)
                        .single()))
                .isZero();
    }

    // ---- shared until

    @Test
    void whatIsSharedIsReadUntilTheDayAndNotAnswered() {
        portal.platformSays(portal.ticket("703", "Do wglądu", "open", ANNA));
        assertThat(add("703", "Marek Nowak", "shared", "2020-01-01").statusCode())
                .isEqualTo(422);
        assertThat(add(
                                "703",
                                "Marek Nowak",
                                "shared",
                                LocalDate.now().plusDays(3).toString())
                        .statusCode())
                .isEqualTo(302);

        assertThat(marek.page("/tickets?of=shared").text()).contains("Do wglądu");
        assertThat(marek.page("/tickets").text()).doesNotContain("Do wglądu");
        assertThat(marek.page("/tickets/703").select("textarea")).isEmpty();
        var csrf = marek.page("/tickets/new/plain")
                .selectFirst("input[name=_csrf]")
                .attr("value");
        for (var path : List.of("/tickets/703/replies", "/tickets/703/people", "/tickets/703/closure")) {
            assertThat(marek.post(path, List.of(Map.entry("_csrf", csrf), Map.entry("text", "x")), List.of())
                            .statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(explained(MAREK, "/tickets/703"))
                .anyMatch(line -> line.contains("shared") && line.contains("until"));

        portal.work(() -> portal.jdbc()
                .sql("update ticket_reader set until = now() - interval '1 second' where reason = 'shared'")
                .update());
        assertThat(marek.get("/tickets/703").statusCode()).isEqualTo(404);
        assertThat(marek.page("/tickets?of=shared").text()).doesNotContain("Do wglądu");
    }

    // ---- standing in

    @Test
    void aStandInAnswersWhileTheDatesHold() {
        portal.platformSays(
                portal.ticket("704", "Anna jest na urlopie", "pending", ANNA),
                inCategory(portal.ticket("705", "Sprawa kadrowa", "pending", ANNA), "network"));
        portal.work(() -> portal.jdbc()
                .sql(
                        "insert into confidential_category (category, changed_at, changed_by) values ('network', now(), 'test')")
                .update());
        assertThat(marek.get("/tickets/704").statusCode()).isEqualTo(404);

        var today = LocalDate.now();
        var set = anna.submit(
                anna.page("/profile/stand-in"),
                "/profile/stand-in",
                Map.of(
                        "who",
                        "Marek Nowak",
                        "from",
                        today.toString(),
                        "to",
                        today.plusDays(7).toString()));
        assertThat(set.statusCode()).isEqualTo(302);

        assertThat(marek.page("/tickets?of=stand-in").text())
                .contains("Anna jest na urlopie")
                .doesNotContain("Sprawa kadrowa");
        assertThat(marek.get("/tickets/705").statusCode()).isEqualTo(404);
        assertThat(ewa.get("/tickets/704").statusCode()).isEqualTo(404);
        assertThat(marek.page("/tickets/704").text()).contains("Piszesz w zastępstwie: Anna Wiśniewska");
        assertThat(anna.page("/tickets/704/people").text()).contains("Marek Nowak", "w zastępstwie: Anna Wiśniewska");
        marek.submit(marek.page("/tickets/704"), "/tickets/704/replies", Map.of("text", "Odpowiadam za Annę"));

        var claim = lastClaim("ticket.reply");
        assertThat(submission(claim)).isInstanceOfSatisfying(NewReply.class, reply -> {
            assertThat(reply.writer().personId()).isEqualTo(MAREK);
            assertThat(reply.writer().onBehalfOf()).isEqualTo("Anna Wiśniewska");
        });
        assertThat(anna.page("/tickets/704").text()).contains("Marek Nowak w imieniu: Anna Wiśniewska");
        assertThat(portal.inWork(() -> portal.jdbc()
                        .sql("select count(*) from audit where act = 'ticket.answered-for' and subject = '704'")
                        .query(Long.class)
                        .single()))
                .isOne();
        // what comes while the dates hold is seen as well
        portal.platformSays(portal.ticket("706", "Nowa sprawa Anny", "open", ANNA));
        assertThat(marek.get("/tickets/706").statusCode()).isEqualTo(200);

        portal.work(() -> portal.jdbc()
                .sql("update stand_in set from_at = now() - interval '2 days', until = now() - interval '1 second'")
                .update());
        assertThat(marek.get("/tickets/704").statusCode()).isEqualTo(404);
        assertThat(marek.page("/tickets").text()).doesNotContain("W zastępstwie");
    }

    @Test
    void whoStandsInLaterSeesNothingNow() {
        portal.platformSays(portal.ticket("707", "Dopiero za tydzień", "open", ANNA));
        var next = LocalDate.now().plusDays(7);
        anna.submit(
                anna.page("/profile/stand-in"),
                "/profile/stand-in",
                Map.of(
                        "who",
                        "Marek Nowak",
                        "from",
                        next.toString(),
                        "to",
                        next.plusDays(1).toString()));
        assertThat(anna.page("/profile/stand-in").text()).contains("Zastąpi Cię");
        assertThat(marek.page("/profile/stand-in").text()).contains("Anna Wiśniewska");
        assertThat(marek.get("/tickets/707").statusCode()).isEqualTo(404);

        anna.submit(anna.page("/profile/stand-in"), "/profile/stand-in/end", Map.of());
        assertThat(anna.page("/profile/stand-in").text()).doesNotContain("Zastąpi Cię");
        assertThat(ewa.submit(
                                ewa.page("/profile/stand-in"),
                                "/profile/stand-in",
                                Map.of("who", "Anna Wiśniewska", "from", next.toString(), "to", next.toString()))
                        .statusCode())
                .isEqualTo(422);
    }

    // ---- on behalf of a colleague

    @Test
    void aTicketForAColleagueIsHersWhereThatIsGranted() {
        assertThat(marek.page("/tickets/new/plain").select("[name=colleague]")).isEmpty();
        var sneaked = openFor("Bez uprawnienia", "Anna Wiśniewska");
        assertThat(sneaked.statusCode()).isEqualTo(302);
        assertThat(anna.page("/tickets").text()).doesNotContain("Bez uprawnienia");

        portal.grantToAll("on-behalf");
        assertThat(openFor("Dla obcej", "Ewa Lis").statusCode()).isEqualTo(422);
        assertThat(openFor("Dla Anny", "Anna Wiśniewska").statusCode()).isEqualTo(302);

        assertThat(anna.page("/tickets").text()).contains("Dla Anny");
        assertThat(marek.page("/tickets").text()).contains("Dla Anny");
        var claim = lastClaim("ticket.create");
        assertThat(submission(claim)).isInstanceOfSatisfying(NewTicket.class, written -> {
            assertThat(written.requesterId()).isEqualTo(ANNA);
            assertThat(written.writer().personId()).isEqualTo(MAREK);
            assertThat(written.writer().onBehalfOf()).isEqualTo("Anna Wiśniewska");
        });
    }

    // ---- steps

    private HttpResponse<String> openFor(String subject, String colleague) {
        return marek.submit(
                marek.page("/tickets/new/plain"),
                "/tickets",
                Map.of("subject", subject, "text", "Treść", "category", "hardware", "colleague", colleague));
    }

    private HttpResponse<String> add(String number, String who, String how, String until) {
        var path = "/tickets/" + number + "/people";
        return anna.submit(anna.page(path), path, Map.of("who", who, "how", how, "until", until));
    }

    private static String answer(HttpResponse<String> response) {
        return response.statusCode()
                + Jsoup.parse(response.body()).select("main").text();
    }

    private static Ticket inCopy(Ticket ticket, String person) {
        return copy(ticket, List.of(person), ticket.categoryId());
    }

    private static Ticket inCategory(Ticket ticket, String category) {
        return copy(ticket, ticket.participantIds(), category);
    }

    private static Ticket copy(
            Ticket t, List<String> participants, @org.jspecify.annotations.Nullable String category) {
        return TicketCopy.of(t).with(participants).in(category).ticket();
    }

    private List<String> explained(String person, String path) {
        return portal.inWork(() -> {
            var viewer = portal.bean(Rights.class)
                    .of(portal.jdbc()
                            .sql("select id from person where platform_id = ?")
                            .param(person)
                            .query(Long.class)
                            .single())
                    .orElseThrow();
            return portal.context().getBeansOfType(Explained.class).values().stream()
                    .flatMap(explained -> explained.explain(viewer, path).stream())
                    .flatMap(because -> because.reasons().stream())
                    .toList();
        });
    }

    private Claim lastClaim(String topic) {
        return portal.inWork(() -> portal.jdbc()
                .sql("select * from outbox where topic = ? order by id desc limit 1")
                .param(topic)
                .query((row, number) -> new Claim(
                        UUID.randomUUID(),
                        row.getLong("id"),
                        row.getString("lane"),
                        topic,
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
