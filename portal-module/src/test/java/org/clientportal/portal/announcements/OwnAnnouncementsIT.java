package org.clientportal.portal.announcements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clientportal.portal.RunningPortal.ANNA;
import static org.clientportal.portal.RunningPortal.EWA;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.clientportal.portal.RunningPortal;
import org.clientportal.portal.admin.AdminProblem;
import org.clientportal.portal.announcements.AnnouncementAdminController.New;
import org.junit.jupiter.api.Test;

/** What an administrator announces stands where its audience looks, until it is ended. */
class OwnAnnouncementsIT {

    private static final RunningPortal PORTAL = RunningPortal.get();
    private final OwnAnnouncements announcements = PORTAL.bean(OwnAnnouncements.class);

    @Test
    void anAnnouncementIsMadeListedAndEnded() {
        var made = announcements.add(
                new New(
                        "outage",
                        Map.of("pl", "Skanery w magazynie nie działają", "en", "Warehouse scanners are down"),
                        Map.of("pl", "Naprawiamy."),
                        List.of("organisation:Oriale"),
                        null,
                        null),
                "helpdesk");
        assertThat(announcements.list(false)).anySatisfy(view -> {
            assertThat(view.id()).isEqualTo(made.id());
            assertThat(view.state()).isEqualTo("shown");
            assertThat(view.audience()).containsExactly("organisation:oriale");
        });
        var anna = PORTAL.browser(ANNA);
        assertThat(anna.page("/announcements/" + made.id()).text()).contains("Naprawiamy.");
        assertThat(PORTAL.browser(EWA).get("/announcements/" + made.id()).statusCode())
                .isEqualTo(404);
        assertThat(announcements.end(Long.parseLong(made.id()), "helpdesk").state())
                .isEqualTo("over");
        assertThat(anna.get("/announcements/" + made.id()).statusCode()).isEqualTo(404);
        assertThat(announcements.list(false))
                .noneSatisfy(view -> assertThat(view.id()).isEqualTo(made.id()));
        assertThat(announcements.list(true))
                .anySatisfy(view -> assertThat(view.id()).isEqualTo(made.id()));
    }

    @Test
    void whatIsPlannedIsNotShownYet() {
        var made = announcements.add(
                new New(
                        "news",
                        Map.of("en", "New opening hours"),
                        null,
                        null,
                        Instant.now().plusSeconds(3600),
                        null),
                "helpdesk");
        assertThat(made.state()).isEqualTo("planned");
        assertThat(PORTAL.browser(ANNA).get("/announcements/" + made.id()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void badInputIsNamed() {
        for (var wrong : List.of(
                new New("party", Map.of("en", "x"), null, null, null, null),
                new New("news", Map.of(), null, null, null, null),
                new New("news", Map.of("de", "x"), null, null, null, null),
                new New("news", Map.of("en", " "), null, null, null, null),
                new New("news", Map.of("en", "x"), null, List.of("organisation:Nobody"), null, null),
                new New("news", Map.of("en", "x"), null, null, null, Instant.EPOCH))) {
            assertThatThrownBy(() -> announcements.add(wrong, "helpdesk")).isInstanceOf(AdminProblem.class);
        }
    }
}
