package org.clientportal.portal.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clientportal.portal.RunningPortal.ANNA;
import static org.clientportal.portal.RunningPortal.EWA;
import static org.clientportal.portal.RunningPortal.MAREK;
import static org.clientportal.portal.notifications.Told.bell;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.clientportal.itsm.Approval;
import org.clientportal.portal.Browser;
import org.clientportal.portal.RunningPortal;
import org.clientportal.portal.TicketCopy;
import org.clientportal.portal.access.CurrentViewer;
import org.clientportal.portal.access.Rights;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Anna is told what she wants how she wants it, Marek in her place; Ewa of another firm never learns of it. */
class NotificationsIT {

    private final RunningPortal portal = RunningPortal.get();
    private final Browser anna = portal.browser(ANNA);
    private final Browser marek = portal.browser(MAREK);
    private final Browser ewa = portal.browser(EWA);
    private final Told told = new Told();

    @BeforeEach
    void fresh() {
        told.nothingChosen();
    }

    // ---- what a person wants

    @Test
    void whoChoosesNothingIsToldByMailAtOnce() {
        told.begins("8600");
        told.answers("8600", 1, "Już patrzymy.");

        assertThat(told.of(ANNA, "8600")).singleElement().satisfies(one -> {
            assertThat(one).containsEntry("kind", "REPLY").containsEntry("mail", "AT_ONCE");
            assertThat(one).containsEntry("read", false);
        });
        assertThat(told.mails(ANNA, "8600")).isOne();
    }

    @Test
    void whatIsChosenHoldsFromTheNextOneOn() {
        told.begins("8601");
        assertThat(told.chooses(anna, Map.of("mail-answer", "none", "mail-end", "digest", "digest", "hourly"))
                        .statusCode())
                .isEqualTo(302);
        var page = anna.page("/profile/notifications");
        assertThat(page.select("[name=mail-answer] [selected]").attr("value")).isEqualTo("none");
        assertThat(page.select("[name=digest] [selected]").attr("value")).isEqualTo("hourly");

        told.answers("8601", 1, "Bez maila.");
        portal.platformSays(portal.ticket("8601", "Sprawa 8601", "solved", ANNA));

        assertThat(told.of(ANNA, "8601"))
                .extracting(one -> one.get("kind") + " " + one.get("mail"))
                .containsExactly("REPLY NONE", "SOLVED DIGEST");
        assertThat(told.mails(ANNA, "8601")).isZero();
        assertThat(anna.page("/notifications").text()).contains("Odpowiedź: Piotr Zieliński", "Sprawdź, czy działa");
    }

    @Test
    void whatCannotBeChosenIsRefusedAndNothingChanges() {
        told.chooses(anna, Map.of("mail-state", "digest"));

        var answer = told.chooses(anna, Map.of("mail-state", "loudly", "digest", "24"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("f-mail-state-wrong", "f-digest-wrong");
        assertThat(anna.page("/profile/notifications")
                        .select("[name=mail-state] [selected]")
                        .attr("value"))
                .isEqualTo("digest");
    }

    // ---- the bell and the page

    @Test
    void theBellCountsWhatIsNewAndSeeingTheTicketReadsIt() {
        told.begins("8602");
        told.begins("8603");
        told.answers("8602", 1, "Jeden.");
        told.answers("8603", 1, "Dwa.");
        assertThat(bell(anna)).isEqualTo("Powiadomienia: 2 nowe");
        var line = anna.page("/notifications").selectFirst("li.row.unread:contains(8602)");
        assertThat(line.text()).contains("Nowe", "Odpowiedź: Piotr Zieliński");
        assertThat(line.selectFirst("a").attr("href")).matches("/tickets/8602#entry-\\d+");
        var href = line.selectFirst("a").attr("href");
        assertThat(anna.page("/tickets/8602").select(href.substring(href.indexOf('#'))))
                .hasSize(1);

        // the page that shows it does not count it any more
        told.answers("8602", 2, "Jeszcze jeden.");
        var ticket = anna.page("/tickets/8602");
        assertThat(ticket.select("#bell .spoken").text()).isEqualTo("Powiadomienia: 1 nowe");
        assertThat(bell(anna)).isEqualTo("Powiadomienia: 1 nowe");

        anna.submit(anna.page("/notifications"), "/notifications/reading", Map.of());
        assertThat(bell(anna)).isEqualTo("Powiadomienia");
        assertThat(anna.page("/notifications").select(".unread")).isEmpty();
    }

    @Test
    void pagesGoBackAndForthByKey() {
        told.begins("8604");
        portal.work(() -> portal.jdbc().sql("""
                        insert into notification (person, kind, ticket, created_at, read_at)
                        select p.id, 'STATUS', t.id, now() - make_interval(mins => 100 - i), now()
                        from person p, ticket t, generate_series(1, 65) i
                        where p.platform_id = 'anna' and t.number = '8604'""").update());
        var first = anna.page("/notifications");
        assertThat(first.select("li.row")).hasSize(30);
        var second = anna.page(first.selectFirst("a.older-page").attr("href"));
        var third = anna.page(second.selectFirst("a.older-page").attr("href"));
        assertThat(third.select("li.row")).hasSize(5);
        assertThat(third.select("a.older-page")).isEmpty();
        var back = anna.page(third.selectFirst("a.newer").attr("href"));
        assertThat(back.select("#list").html()).isEqualTo(second.select("#list").html());
        var front = anna.page(back.selectFirst("a.newer").attr("href"));
        assertThat(front.select("a.newer")).isEmpty();
        assertThat(front.select("li.row").eachText())
                .isEqualTo(first.select("li.row").eachText());
    }

    @Test
    void whatIsNobodysToSeeAnyMoreIsNeitherShownNorCounted() {
        told.begins("8605", MAREK);
        told.answers("8605", 1, "Dla obojga.", MAREK);
        assertThat(bell(marek)).isEqualTo("Powiadomienia: 1 nowe");
        told.begins("8605");

        assertThat(marek.page("/notifications").text()).doesNotContain("8605");
        assertThat(bell(marek)).isEqualTo("Powiadomienia");
    }

    @Test
    void onePersonsNotificationsAreNobodyElses() {
        told.begins("8606");
        told.answers("8606", 1, "Tylko dla Anny.");
        assertThat(ewa.page("/notifications").text())
                .contains("You have no notifications")
                .doesNotContain("8606");

        var page =
                new TransactionTemplate(portal.context().getBean("pageTransactions", PlatformTransactionManager.class));
        var viewer = portal.inWork(() -> portal.bean(Rights.class)
                .of(portal.jdbc()
                        .sql("select id from person where platform_id = 'ewa'")
                        .query(Long.class)
                        .single())
                .orElseThrow());
        var id = told.of(ANNA, "8606").getFirst().get("id");
        CurrentViewer.with(
                viewer,
                () -> page.execute(status -> {
                    assertThat(portal.jdbc()
                                    .sql("select id from notification")
                                    .query(Long.class)
                                    .list())
                            .isEmpty();
                    assertThat(portal.jdbc()
                                    .sql("update notification set read_at = now() where id = ?")
                                    .param(id)
                                    .update())
                            .isZero();
                    return true;
                }));
        // a ticket that she does not see cannot even be made mute
        var ticket = portal.inWork(() -> portal.jdbc()
                .sql("select id from ticket where number = '8606'")
                .query(Long.class)
                .single());
        assertThatThrownBy(() -> CurrentViewer.with(
                        viewer,
                        () -> page.execute(status -> portal.jdbc()
                                .sql("insert into ticket_mute (person, ticket, at) values (?, ?, now())")
                                .params(viewer.person(), ticket)
                                .update())))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("row-level security");
        assertThat(told.of(ANNA, "8606").getFirst()).containsEntry("read", false);
    }

    @Test
    void whoeverLooksThroughSomebodysEyesReadsNothingForThem() {
        told.begins("8607");
        told.answers("8607", 1, "Nieprzeczytane.");
        var viewer = portal.inWork(() -> portal.bean(Rights.class)
                .of(portal.jdbc()
                        .sql("select id from person where platform_id = 'anna'")
                        .query(Long.class)
                        .single())
                .orElseThrow());
        var looked = viewer.withUnread(1).seenBy("helpdesk");
        var centre = portal.bean(NotificationCentre.class);
        assertThat(CurrentViewer.with(looked, () -> centre.forgetUnseen(looked)))
                .isZero();
        assertThat(told.of(ANNA, "8607").getFirst()).containsEntry("read", false);
    }

    @Test
    void oldOnesAreForgotten() {
        told.begins("8608");
        told.answers("8608", 1, "Dawno temu.");
        var expiry = new NotificationExpiry(
                portal.jdbc(),
                new NotificationSettings(Duration.ofDays(90), 8),
                Clock.fixed(Instant.now().plus(Duration.ofDays(91)), ZoneOffset.UTC));
        var early = new NotificationExpiry(
                portal.jdbc(), new NotificationSettings(Duration.ofDays(90), 8), Clock.systemUTC());
        assertThat(portal.inWork(early::round)).isZero();
        assertThat(portal.inWork(expiry::round)).isOne();
        assertThat(told.of(ANNA, "8608")).isEmpty();
    }

    // ---- mute

    @Test
    void ofAMuteTicketNothingIsHeardUntilItIsNotMuteAnyMore() {
        told.begins("8610", MAREK);
        assertThat(anna.submit(anna.page("/tickets/8610"), "/tickets/8610/mute", Map.of())
                        .statusCode())
                .isEqualTo(302);
        assertThat(anna.page("/tickets/8610").select(".head .meta").text()).contains("Wyciszone");
        assertThat(marek.page("/tickets/8610").select(".head .meta").text()).doesNotContain("Wyciszone");

        told.answers("8610", 1, "Cicho.", MAREK);

        assertThat(told.mails(ANNA, "8610")).isZero();
        assertThat(told.of(ANNA, "8610").getFirst()).containsEntry("read", true).containsEntry("skipped", "mute");
        assertThat(bell(anna)).isEqualTo("Powiadomienia");
        assertThat(told.mails(MAREK, "8610")).isOne();
        assertThat(bell(marek)).isEqualTo("Powiadomienia: 1 nowe");

        var choices = anna.page("/profile/notifications");
        assertThat(choices.select("#muted .row a[href='/tickets/8610']")).hasSize(1);
        assertThat(marek.page("/profile/notifications").select("#muted a[href='/tickets/8610']"))
                .isEmpty();
        assertThat(anna.submit(choices, "/tickets/8610/mute/end", Map.of())
                        .headers()
                        .firstValue("location"))
                .hasValueSatisfying(there -> assertThat(there).endsWith("/profile/notifications?unmuted"));
        assertThat(anna.page("/profile/notifications").select("#muted a[href='/tickets/8610']"))
                .isEmpty();
        told.answers("8610", 2, "Głośno.", MAREK);
        assertThat(told.mails(ANNA, "8610")).isOne();
        assertThat(bell(anna)).isEqualTo("Powiadomienia: 1 nowe");
    }

    @Test
    void whatWasOnItsWayWhenItWasMadeMuteIsNotSent() {
        told.begins("8611");
        told.answers("8611", 1, "Już w drodze.");
        anna.submit(anna.page("/tickets/8611"), "/tickets/8611/mute", Map.of());
        var id = (Long) told.of(ANNA, "8611").getFirst().get("id");
        assertThat(portal.bean(TicketMailRows.class).read(id)).isEmpty();
    }

    @Test
    void aQuestionForApprovalComesThrough() {
        asks("8612", Approval.State.WAITING);
        marek.submit(
                marek.page("/tickets/8612/approval"),
                "/tickets/8612/approval",
                Map.of("decision", "comment", "text", "?"));
        portal.work(() -> portal.jdbc().sql("""
                        insert into ticket_mute (person, ticket, at) select p.id, t.id, now() from person p, ticket t
                        where p.platform_id = 'marek' and t.number = '8612'""").update());
        told.chooses(marek, Map.of("mail-approval", "none"));
        portal.work(() -> portal.bean(Notifications.class)
                .remind(
                        portal.jdbc()
                                .sql("select id from person where platform_id = 'marek'")
                                .query(Long.class)
                                .single(),
                        portal.jdbc()
                                .sql("select id from ticket where number = '8612'")
                                .query(Long.class)
                                .single()));

        assertThat(told.of(MAREK, "8612"))
                .extracting(one -> one.get("kind") + " " + one.get("mail") + " " + one.get("read"))
                .containsExactly("APPROVAL AT_ONCE true", "REMINDER NONE false");
        assertThat(bell(marek)).isEqualTo("Powiadomienia: 1 nowe");
        assertThat(marek.page("/notifications").selectFirst("li.unread a").attr("href"))
                .isEqualTo("/tickets/8612/approval");
        asks("8612", Approval.State.WITHDRAWN);
    }

    // ---- in somebody's place

    @Test
    void whoeverStandsInIsToldInTheirPlaceWhileTheyAreAway() {
        told.begins("8620");
        told.answers("8620", 1, "Jeszcze jest.");
        assertThat(told.of(MAREK, "8620")).isEmpty();
        away(Duration.ofDays(-1), Duration.ofDays(1));

        told.answers("8620", 2, "Już jej nie ma.");

        assertThat(told.of(ANNA, "8620")).hasSize(2);
        assertThat(told.of(MAREK, "8620")).singleElement().satisfies(one -> {
            assertThat(one).containsEntry("stands_for_name", "Anna Wiśniewska").containsEntry("kind", "REPLY");
            assertThat(portal.bean(TicketMailRows.class).read((Long) one.get("id")))
                    .hasValueSatisfying(row -> {
                        assertThat(row.standsFor()).isEqualTo("Anna Wiśniewska");
                        assertThat(row.email()).isEqualTo("marek@oriale.example");
                        // the answer's address is the stand-in's own
                        assertThat(row.personPlatformId()).isEqualTo(MAREK);
                    });
        });
        assertThat(marek.page("/notifications").text()).contains("w zastępstwie: Anna Wiśniewska");

        // back before the mail went out
        var id = (Long) told.of(MAREK, "8620").getFirst().get("id");
        portal.work(() -> portal.jdbc().sql("delete from stand_in").update());
        assertThat(portal.bean(TicketMailRows.class).read(id)).isEmpty();
        told.answers("8620", 3, "Znowu jest.");
        assertThat(told.of(MAREK, "8620")).hasSize(1);
        assertThat(marek.page("/notifications").text()).doesNotContain("8620");
    }

    @Test
    void whoeverIsOnItAnywayIsToldOnceAndConfidentialStaysWithThePerson() {
        away(Duration.ofDays(-1), Duration.ofDays(1));
        told.begins("8621", MAREK);
        told.answers("8621", 1, "Raz.", MAREK);
        assertThat(told.of(MAREK, "8621"))
                .singleElement()
                .satisfies(one -> assertThat(one.get("stands_for_name")).isNull());

        portal.work(() -> portal.jdbc()
                .sql(
                        "insert into confidential_category (category, changed_at, changed_by) values ('hardware', now(), 'test')")
                .update());
        told.begins("8622");
        told.answers("8622", 1, "Poufne.");
        assertThat(told.of(ANNA, "8622")).hasSize(1);
        assertThat(told.of(MAREK, "8622")).isEmpty();
    }

    private void away(Duration from, Duration until) {
        portal.work(() -> portal.jdbc()
                .sql("""
                        insert into stand_in (person, stand_in, from_at, until, set_at)
                        select a.id, m.id, now() + make_interval(secs => ?), now() + make_interval(secs => ?), now()
                        from person a, person m where a.platform_id = 'anna' and m.platform_id = 'marek'""")
                .params(from.toSeconds(), until.toSeconds())
                .update());
    }

    private void asks(String number, Approval.State state) {
        portal.platformSays(TicketCopy.of(portal.ticket(number, "Sprawa " + number, "open", ANNA))
                .asking(new Approval(
                        number + ".a1", MAREK, "Budżet?", Instant.parse("2026-11-20T09:00:00Z"), null, state, null, ""))
                .ticket());
    }
}
