package org.clientportal.portal.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.portal.RunningPortal.ANNA;
import static org.clientportal.portal.RunningPortal.EWA;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.clientportal.itsm.ItsmRejected;
import org.clientportal.itsm.Rating;
import org.clientportal.itsm.Submission;
import org.clientportal.itsm.Submission.NewRating;
import org.clientportal.itsm.Submission.NewReply;
import org.clientportal.itsm.Submission.NewState;
import org.clientportal.itsm.Submission.NewTicket;
import org.clientportal.itsm.Submission.Wish;
import org.clientportal.itsm.Ticket;
import org.clientportal.portal.Browser;
import org.clientportal.portal.RunningPortal;
import org.clientportal.portal.TicketCopy;
import org.clientportal.ports.Outbox;
import org.clientportal.ports.Outbox.Destination;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Anna does after the answer. */
class AfterAnswerIT {

    private final RunningPortal portal = RunningPortal.get();
    private final Browser anna = portal.browser(ANNA);
    private final Browser ewa = portal.browser(EWA);
    private final Outbox outbox = portal.bean(Outbox.class);

    @BeforeEach
    void nothingElseOnItsWay() {
        portal.platformTakes();
    }

    // ---- opened again

    @Test
    void whatIsStillBrokenIsSaidAndOpensTheTicketOnce() {
        portal.platformSays(solved("8100", Instant.now().minus(Duration.ofDays(1))));
        var page = anna.page("/tickets/8100");
        assertThat(page.select("#act-still-broken").attr("href")).isEqualTo("/tickets/8100/reopening");
        var form = anna.page("/tickets/8100/reopening");
        assertThat(form.text()).contains("Co nadal nie działa?");

        var refused = anna.submit(form, "/tickets/8100/reopening", Map.of("text", " "));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Napisz, co nadal nie działa.");
        var sent = anna.submit(form, "/tickets/8100/reopening", Map.of("text", "Znowu nie drukuje"));
        var twice = anna.submit(form, "/tickets/8100/reopening", Map.of("text", "Znowu nie drukuje"));

        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(twice.headers().firstValue("Location"))
                .isEqualTo(sent.headers().firstValue("Location"));
        assertThat(anna.page("/tickets/8100").text()).contains("Znowu nie drukuje", "Wysyłamy Twoją wiadomość");
        var arrived = portal.platformTakes();
        assertThat(arrived).hasSize(2);
        assertThat(arrived.getFirst())
                .isInstanceOfSatisfying(
                        NewState.class, state -> assertThat(state.wish()).isEqualTo(Wish.REOPEN));
        assertThat(arrived.getLast())
                .isInstanceOfSatisfying(
                        NewReply.class, reply -> assertThat(reply.text()).isEqualTo("Znowu nie drukuje"));
    }

    @Test
    void whatWasClosedLongAgoIsTakenUpByANewTicketThatNamesIt() {
        portal.platformSays(closed("8110", Instant.now().minus(Duration.ofDays(15))));
        var page = anna.page("/tickets/8110");
        assertThat(page.select("#act-reopen, section.reply")).isEmpty();
        assertThat(page.select("#act-follow").attr("href")).isEqualTo("/tickets/new/plain?follows=8110");

        var form = anna.page("/tickets/new/plain?follows=8110");
        assertThat(form.select("input[name=subject]").attr("value")).isEqualTo("Zmywarka 8110");
        assertThat(form.select("select[name=category] option[selected]").attr("value"))
                .isEqualTo("hardware");
        anna.submit(
                form,
                "/tickets",
                Map.of("subject", "Zmywarka 8110", "text", "Znowu", "category", "hardware", "follows", "8110"));

        assertThat(portal.platformTakes()).singleElement().isInstanceOfSatisfying(NewTicket.class, ticket -> {
            assertThat(ticket.follows()).isEqualTo("8110");
            assertThat(ticket.text()).contains("Znowu", "Ciąg dalszy zgłoszenia 8110.");
        });
    }

    @Test
    void aFormThatWasOpenTooLongLosesNoWord() {
        portal.platformSays(closed("8111", Instant.now().minus(Duration.ofDays(13))));
        var form = anna.page("/tickets/8111/reopening");
        portal.work(() -> portal.jdbc()
                .sql("update ticket set since = since - interval '2 days' where number = '8111'")
                .update());

        var answer = anna.submit(form, "/tickets/8111/reopening", Map.of("text", "Długo pisane słowa"));

        var page = anna.page(path(answer.headers().firstValue("Location").orElseThrow()));
        assertThat(page.select("textarea[name=text]").text()).isEqualTo("Długo pisane słowa");
        assertThat(page.select("input[name=follows]").attr("value")).isEqualTo("8111");
        assertThat(portal.platformTakes()).isEmpty();
    }

    @Test
    void anothersTicketIsNeitherOpenedNorTakenUp() {
        portal.platformSays(closed("8112", Instant.now().minus(Duration.ofDays(15))));

        assertThat(ewa.get("/tickets/8112/reopening").statusCode()).isEqualTo(404);
        assertThat(ewa.get("/tickets/8112/rating").statusCode()).isEqualTo(404);
        assertThat(ewa.page("/tickets/new/plain?follows=8112").html()).doesNotContain("8112");
    }

    // ---- rated

    @Test
    void aRatingIsGivenOnceChangedForAWhileAndComesBackFromThePlatform() {
        portal.platformSays(closed("8120", Instant.now().minus(Duration.ofDays(1))));
        assertThat(anna.page("/tickets/8120").select(".scale a")).hasSize(5);
        var form = anna.page("/tickets/8120/rating?score=4");
        assertThat(form.select("input[checked]").attr("value")).isEqualTo("4");
        assertThat(anna.submit(form, "/tickets/8120/rating", Map.of("comment", "bez oceny"))
                        .statusCode())
                .isEqualTo(422);

        anna.submit(form, "/tickets/8120/rating", Map.of("score", "4", "comment", "Szybko & miło"));
        anna.submit(form, "/tickets/8120/rating", Map.of("score", "1", "comment", "z podwójnego kliknięcia"));

        assertThat(anna.page("/tickets/8120").select("#rating").text())
                .contains("Dobrze", "Szybko & miło", "Wysyłamy ocenę");
        var first = rating(portal.platformTakes());
        assertThat(first.score()).isEqualTo(4);
        assertThat(anna.page("/tickets/8120").select("#rating").text()).doesNotContain("Wysyłamy");

        var again = anna.page("/tickets/8120/rating");
        assertThat(again.select("textarea[name=comment]").text()).isEqualTo("Szybko & miło");
        anna.submit(again, "/tickets/8120/rating", Map.of("score", "2", "comment", ""));
        var second = rating(portal.platformTakes());
        assertThat(second.score()).isEqualTo(2);

        portal.work(() -> portal.jdbc()
                .sql("delete from ticket_rating where ticket = (select id from ticket where number = '8120')")
                .update());
        portal.platformSays(rated(closed("8120", Instant.now().minus(Duration.ofDays(1))), second));
        assertThat(anna.page("/tickets/8120").select("#rating").text()).contains("Słabo");
        assertThat(count("ticket_rating where request_key = cast('"
                        + second.key().value() + "' as uuid)"))
                .isEqualTo(1);
    }

    @Test
    void aRefusedRatingIsToldAndCanBeSentAgain() {
        portal.platformSays(closed("8121", Instant.now().minus(Duration.ofDays(1))));
        anna.submit(anna.page("/tickets/8121/rating"), "/tickets/8121/rating", Map.of("score", "5", "comment", ""));

        var claim = outbox.claim(Destination.PLATFORM, Duration.ofMinutes(1)).orElseThrow();
        outbox.submission(claim);
        outbox.park(claim, ItsmRejected.Reason.INVALID, "no such field");

        var card = anna.page("/tickets/8121").select("#rating");
        assertThat(card.text()).contains("Ocena nie dotarła");
        assertThat(card.select("#act-rating").attr("href")).isEqualTo("/tickets/8121/rating");
    }

    @Test
    void nobodyIsAskedBeforeTheEndOrLongAfterIt() {
        portal.platformSays(
                solved("8122", Instant.now()), closed("8123", Instant.now().minus(Duration.ofDays(15))));

        for (var number : List.of("8122", "8123")) {
            assertThat(anna.page("/tickets/" + number).select("#rating"))
                    .as(number)
                    .isEmpty();
            assertThat(anna.get("/tickets/" + number + "/rating").statusCode())
                    .as(number)
                    .isEqualTo(404);
        }
    }

    // ---- steps

    private Ticket solved(String id, Instant at) {
        return portal.ticket(id, "Zmywarka " + id, "solved", ANNA, RunningPortal.statusChange(id, at, "solved"));
    }

    private Ticket closed(String id, Instant at) {
        return portal.ticket(id, "Zmywarka " + id, "closed", ANNA, RunningPortal.statusChange(id, at, "closed"));
    }

    private static Ticket rated(Ticket ticket, NewRating rating) {
        return TicketCopy.of(ticket)
                .rated(new Rating(
                        rating.score(),
                        rating.comment(),
                        ANNA,
                        rating.writtenAt(),
                        rating.key().value()))
                .ticket();
    }

    private static NewRating rating(List<Submission> arrived) {
        assertThat(arrived).singleElement().isInstanceOf(NewRating.class);
        return (NewRating) arrived.getFirst();
    }

    private int count(String from) {
        return portal.inWork(() -> portal.jdbc()
                .sql("select count(*) from " + from)
                .query(Integer.class)
                .single());
    }

    private static String path(String location) {
        return location.replaceFirst("^https?://[^/]+", "");
    }
}
