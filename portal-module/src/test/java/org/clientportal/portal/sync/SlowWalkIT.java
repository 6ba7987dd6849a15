package org.clientportal.portal.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.portal.RunningPortal.ANNA;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientportal.itsm.ChangePage;
import org.clientportal.itsm.Entry;
import org.clientportal.itsm.Ticket;
import org.clientportal.portal.Browser;
import org.clientportal.portal.RunningPortal;
import org.clientportal.ports.Reconciliation;
import org.clientportal.ports.Reconciliation.Ask;
import org.clientportal.ports.Reconciliation.Read;
import org.clientportal.ports.Reconciliation.Rest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The mirror lost something behind the feed's back; the slow comparison brings it back, and leaves the rest alone. */
class SlowWalkIT {

    private static final Duration NOW = Duration.ZERO;

    private final RunningPortal portal = RunningPortal.get();
    private final Reconciliation mirror = portal.bean(Reconciliation.class);
    private final Browser anna = portal.browser(ANNA);

    @BeforeEach
    void noWalkIsUnderWay() {
        portal.work(() -> portal.jdbc().sql("delete from reconcile").update());
        assertThat(mirror.next(Duration.ofHours(6))).isEqualTo(new Rest());
    }

    @Test
    void whatWasLostIsBackAndNothingIsTwice() {
        var ticket = answered("walk-1");
        var kept = answered("walk-2");
        portal.platformSays(ticket, kept);
        sql("delete from ticket where number = 'walk-1'");
        sql("delete from entry where platform_id = 'walk-2-e1'");
        sql("delete from ticket_reader where ticket = (select id from ticket where number = 'walk-2')");
        sql("update ticket set requester = null, subject = 'wrong' where number = 'walk-2'");
        assertThat(anna.get("/tickets/walk-1").statusCode()).isEqualTo(404);
        var told = count("notification");

        walk(ticket, kept);
        walk(ticket, kept);

        for (var number : List.of("walk-1", "walk-2")) {
            var page = anna.page("/tickets/" + number).text();
            assertThat(page).contains("Drukarka", "Która drukarka?").doesNotContain("wrong");
            assertThat(count("ticket where number = '" + number + "'")).isEqualTo(1);
            assertThat(count("entry where ticket = (select id from ticket where number = '" + number + "')"))
                    .isEqualTo(2);
        }
        assertThat(count("ticket where number = 'walk-2' and requester is not null"))
                .isEqualTo(1);
        assertThat(count("notification")).isEqualTo(told);
    }

    @Test
    void whatThePlatformHasNoMoreGoesAndAMergedTicketIsPartOfAnother() {
        portal.platformSays(answered("walk-3"), answered("walk-4"));
        var other = answered("walk-5");

        walk(Map.of("walk-3", Optional.empty(), "walk-4", Optional.of(other)));

        assertThat(anna.get("/tickets/walk-3").statusCode()).isEqualTo(404);
        assertThat(anna.get("/tickets/walk-4").statusCode()).isEqualTo(404);
        assertThat(anna.get("/tickets/walk-5").statusCode()).isEqualTo(200);
        assertThat(count("ticket where number = 'walk-3' and gone")).isEqualTo(1);
        assertThat(count("ticket where number = 'walk-4' and merged_into = 'walk-5'"))
                .isEqualTo(1);
    }

    @Test
    void whatIsOnItsWayIsLeftAlone() {
        var ticket = answered("walk-6");
        portal.platformSays(ticket);
        var form = anna.page("/tickets/walk-6");
        assertThat(anna.submit(form, "/tickets/walk-6/replies", Map.of("text", "Ta na parterze."))
                        .statusCode())
                .isEqualTo(302);
        var before = state("walk-6");

        walk(ticket);
        walk(Map.of("walk-6", Optional.empty()));

        assertThat(state("walk-6")).isEqualTo(before);
        assertThat(anna.page("/tickets/walk-6").text()).contains("Ta na parterze.", "Wysyłamy…");
    }

    @Test
    void aPageThatAnotherNodeHasReadChangesNothing() {
        var ticket = answered("walk-7");
        assertThat(mirror.next(NOW)).isEqualTo(new Read(null));
        assertThat(mirror.read(null, page("w1", true))).isTrue();

        assertThat(mirror.read(null, page("w1", true, ticket))).isFalse();

        assertThat(mirror.next(NOW)).isEqualTo(new Read("w1"));
        assertThat(count("ticket where number = 'walk-7'")).isZero();
    }

    private Ticket answered(String id) {
        return portal.ticket(
                id,
                "Drukarka",
                "open",
                ANNA,
                RunningPortal.entry(id + "-e1", 1, Entry.Kind.REPLY, RunningPortal.support(), "Która drukarka?"));
    }

    /** A walk in which the platform's feed brings these, and what it does not bring is refused to be told of. */
    private void walk(Ticket... feed) {
        walk(Map.of(), feed);
    }

    private void walk(Map<String, Optional<Ticket>> answers, Ticket... feed) {
        assertThat(mirror.next(NOW)).isEqualTo(new Read(null));
        assertThat(mirror.read(null, page("w1", true, feed))).isTrue();
        assertThat(mirror.next(NOW)).isEqualTo(new Read("w1"));
        assertThat(mirror.read("w1", page("w2", false))).isTrue();
        while (mirror.next(Duration.ofHours(6)) instanceof Ask ask) {
            ask.ticketIds().forEach(id -> answer(id, answers));
        }
        assertThat(mirror.next(Duration.ofHours(6))).isEqualTo(new Rest());
    }

    private void answer(String id, Map<String, Optional<Ticket>> answers) {
        var answer = answers.get(id);
        if (answer == null) {
            mirror.refused(id);
        } else {
            mirror.answered(id, answer);
        }
    }

    private static ChangePage page(String next, boolean more, Ticket... tickets) {
        return new ChangePage(List.of(), List.of(), List.of(tickets), next, more);
    }

    private List<String> state(String number) {
        return portal.inWork(
                () -> portal.jdbc().sql("""
                        select t.changed_at || ' ' || t.gone || ' ' || e.delivery || ' ' || e.id from ticket t
                        join entry e on e.ticket = t.id join ticket_reader r on r.ticket = t.id
                        where t.number = ? order by e.id""").param(number).query(String.class).list());
    }

    private void sql(String statement) {
        portal.work(() -> assertThat(portal.jdbc().sql(statement).update()).isPositive());
    }

    private long count(String from) {
        return portal.inWork(() -> portal.jdbc()
                .sql("select count(*) from " + from)
                .query(Long.class)
                .single());
    }
}
