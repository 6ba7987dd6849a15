package org.clientportal.portal.announcements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.portal.RunningPortal.ANNA;
import static org.clientportal.portal.RunningPortal.EWA;
import static org.clientportal.portal.RunningPortal.MAREK;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.clientportal.itsm.Announcement;
import org.clientportal.itsm.Audience;
import org.clientportal.itsm.ChangePage;
import org.clientportal.portal.RunningPortal;
import org.clientportal.portal.announcements.AnnouncementAdminController.New;
import org.clientportal.ports.ChangeIntake;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whoever said that an outage affects them is told once when it is over, however it ended. */
class OutageOverIT {

    private static final RunningPortal PORTAL = RunningPortal.get();
    private static final Audience ORIALE = new Audience(false, false, List.of("oriale"), List.of(), List.of());
    private static int cursor;

    private final OwnAnnouncements announcements = PORTAL.bean(OwnAnnouncements.class);
    private final Followers followers = PORTAL.bean(Followers.class);
    private final OutageOverMails.Rows mails = PORTAL.bean(OutageOverMails.Rows.class);

    @Test
    void endedByCommandItIsToldOnceAlsoByTwoNodesAtOnce() throws Exception {
        var id = made("Skanery stoją", "Scanners are down", null);
        follows(ANNA, id);
        follows(EWA, id);
        followers.tell(later());
        assertThat(waiting(id)).as("it goes on").isEmpty();
        announcements.end(id, "helpdesk");
        followers.tell(Instant.now().minusSeconds(60));
        assertThat(waiting(id)).as("within the grace").isEmpty();
        try (var nodes = Executors.newFixedThreadPool(2)) {
            for (var node : Stream.generate(() -> nodes.submit(() -> followers.tell(later())))
                    .limit(2)
                    .toList()) {
                node.get();
            }
        }
        followers.tell(later());
        assertThat(waiting(id)).hasSize(2);
        assertThat(waiting(id).stream().map(row -> mails.read(row).orElseThrow()))
                .extracting(OutageOverMails.Row::title)
                .as("each in their language")
                .containsExactlyInAnyOrder("Skanery stoją", "Scanners are down");
    }

    @Test
    void endedByThePlatformItKeepsItsNameAlthoughThePlatformTellsNoneAnyMore() {
        says("N-90", "Poczta stoi", ORIALE, false, 1);
        var id = idOf("N-90");
        follows(MAREK, id);
        says("N-90", "", new Audience(false, false, List.of(), List.of(), List.of()), true, 2);
        assertThat(PORTAL.browser(MAREK).get("/announcements/" + id).statusCode())
                .isEqualTo(404);
        followers.tell(later());
        assertThat(waiting(id))
                .singleElement()
                .satisfies(row -> assertThat(mails.read(row)).hasValueSatisfying(mail -> {
                    assertThat(mail.title()).isEqualTo("Poczta stoi");
                    assertThat(mail.email()).isEqualTo("marek@oriale.example");
                    assertThat(mail.over()).isTrue();
                }));
    }

    @Test
    void endedByItsDateItIsToldToo() {
        var id = made("Drukarki stoją", "Printers are down", Instant.now().plusSeconds(3600));
        follows(ANNA, id);
        followers.tell(Instant.now());
        assertThat(waiting(id)).isEmpty();
        followers.tell(Instant.now().plusSeconds(3700));
        assertThat(waiting(id)).hasSize(1);
    }

    @Test
    void putBackItIsToldAtItsNextEnd() {
        says("N-91", "VPN stoi", ORIALE, false, 1);
        var id = idOf("N-91");
        follows(ANNA, id);
        says("N-91", "", ORIALE, true, 2);
        followers.tell(later());
        says("N-91", "VPN stoi", ORIALE, false, 3);
        var row = waiting(id).getFirst();
        assertThat(mails.read(row).orElseThrow().over()).isFalse();
        mails.goesOn(row);
        followers.tell(later());
        assertThat(mails.read(row).orElseThrow().over()).isFalse();
        says("N-91", "", ORIALE, true, 4);
        followers.tell(later());
        assertThat(mails.read(row).orElseThrow().over()).isTrue();
        mails.sent(row);
        assertThat(mails.read(row)).as("told").isEmpty();
    }

    @Test
    void whoeverIsOutOfTheAudienceOrOfThePortalIsNotTold() {
        says("N-92", "Tajna awaria Oriale", ORIALE, false, 1);
        var id = idOf("N-92");
        follows(MAREK, id);
        says("N-92", "", ORIALE, true, 2);
        followers.tell(later());
        var row = waiting(id).getFirst();
        enabled(MAREK, false);
        try {
            assertThat(mails.read(row)).isEmpty();
        } finally {
            enabled(MAREK, true);
        }
        assertThat(mails.read(row)).isPresent();
        PORTAL.work(() -> PORTAL.jdbc()
                .sql("update announcement_reader set scope = 'a:o:brzozow' where announcement = ?")
                .param(id)
                .update());
        assertThat(mails.read(row)).isEmpty();
    }

    private long made(String polish, String english, @Nullable Instant until) {
        return Long.parseLong(announcements
                .add(new New("outage", Map.of("pl", polish, "en", english), null, null, null, until), "helpdesk")
                .id());
    }

    private static void says(String id, String title, Audience audience, boolean gone, long version) {
        var intake = PORTAL.bean(ChangeIntake.class);
        var from = Instant.parse("2026-01-10T08:00:00Z");
        var announcement =
                new Announcement(id, Announcement.Kind.OUTAGE, title, "", null, audience, from, null, gone, version);
        intake.take(
                intake.cursor().orElse(null),
                new ChangePage(
                        List.of(), List.of(), List.of(), List.of(), List.of(announcement), "over" + ++cursor, false));
    }

    private static long idOf(String platformId) {
        return PORTAL.inWork(() -> PORTAL.jdbc()
                .sql("select id from announcement where platform_id = ?")
                .param(platformId)
                .query(Long.class)
                .single());
    }

    private static void follows(String person, long announcement) {
        var browser = PORTAL.browser(person);
        browser.submit(
                browser.page("/announcements/" + announcement),
                "/announcements/" + announcement + "/following",
                Map.of("on", "true"));
    }

    /** Mails on their way about an outage, by their follower. */
    private static List<Long> waiting(long announcement) {
        return PORTAL.inWork(() ->
                PORTAL.jdbc().sql("""
                        select o.subject from outbox o join announcement_follower f on f.id = o.subject
                        where o.topic = 'mail.outage-over' and f.announcement = ? order by o.id""").param(announcement).query(Long.class).list());
    }

    private static void enabled(String person, boolean enabled) {
        PORTAL.work(() -> PORTAL.jdbc()
                .sql("update login set enabled = ? where keycloak_id = ?")
                .params(enabled, "kc-" + person)
                .update());
    }

    private static Instant later() {
        return Instant.now().plusSeconds(5);
    }
}
