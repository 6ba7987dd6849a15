package org.clientportal.portal.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.portal.RunningPortal.ANNA;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.clientportal.portal.RunningPortal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person's sessions on several devices, and the help desk's look through a person's eyes. */
class SessionsIT {

    private static final RunningPortal PORTAL = RunningPortal.get();

    @BeforeAll
    static void aTicketOfAnna() {
        PORTAL.platformSays(PORTAL.ticket("7200", "Skaner nie skanuje", "open", ANNA));
    }

    @BeforeEach
    void nobodyIsSignedIn() {
        PORTAL.jdbc().sql("delete from session").update();
    }

    @Test
    void allOtherSessionsEndHereAndAreNotedForKeycloak() {
        var phone = PORTAL.browser(ANNA);
        PORTAL.jdbc()
                .sql("update session set keycloak_sid = 'sid-of-the-phone', device = 'Safari, iPhone'")
                .update();
        var laptop = PORTAL.browser(ANNA);
        var page = laptop.page("/profile/sessions");
        assertThat(page.select("main").text()).contains("Safari, iPhone", "To urządzenie");

        laptop.submit(page, "/profile/sessions/others/end", Map.of());

        assertThat(laptop.get("/profile/sessions").statusCode()).isEqualTo(200);
        assertThat(phone.get("/tickets").statusCode()).isEqualTo(302);
        var waiting =
                PORTAL.inWork(() -> PORTAL.jdbc().sql("""
                        select e.keycloak_sid from outbox o join session_end e on e.id = o.subject
                        where o.topic = 'login.end-session' and o.state = 'WAITING'""").query(String.class).list());
        assertThat(waiting).contains("sid-of-the-phone");
    }

    @Test
    void oneSessionEndsByItsHandle() {
        var phone = PORTAL.browser(ANNA);
        var laptop = PORTAL.browser(ANNA);
        var page = laptop.page("/profile/sessions");
        var end = page.select("form[action$=/end]").stream()
                .map(form -> form.attr("action"))
                .filter(action -> !action.contains("others"))
                .toList();
        assertThat(end).hasSize(1);
        laptop.submit(page, end.getFirst(), Map.of());
        assertThat(phone.get("/tickets").statusCode()).isEqualTo(302);
        assertThat(laptop.get("/tickets").statusCode()).isEqualTo(200);
    }

    @Test
    void theHelpDeskLooksAndChangesNothing() {
        var link = PORTAL.bean(ViewAdminController.class)
                .view(ANNA + "@oriale.example", () -> "helpdesk@it.example")
                .getBody();
        assertThat(link).isNotNull();
        var path = URI.create(link.url()).getPath();
        var desk = PORTAL.stranger();
        var ask = desk.page(path);
        assertThat(ask.select("main").text()).contains("Anna Wiśniewska");

        desk.submit(ask, path, Map.of());

        var ticket = desk.page("/tickets/7200");
        assertThat(ticket.select(".looked").text()).contains("Anna Wiśniewska", "helpdesk@it.example");
        var csrf = ticket.selectFirst("input[name=_csrf]").attr("value");
        for (var action : List.of("/tickets", "/tickets/7200/replies", "/tickets/7200/closure", "/profile")) {
            assertThat(desk.post(action, List.of(Map.entry("_csrf", csrf), Map.entry("text", "x")), List.of())
                            .statusCode())
                    .as(action)
                    .isEqualTo(403);
        }
        for (var own : List.of("/profile/password", "/profile/sessions", "/language?to=en")) {
            assertThat(desk.get(own).statusCode()).as(own).isEqualTo(403);
        }
        assertThat(desk.get("/profile").statusCode()).isEqualTo(200);
        assertThat(PORTAL.stranger().get(path).statusCode()).isEqualTo(404);

        desk.submit(ticket, "/view/end", Map.of());
        assertThat(desk.get("/tickets/7200").statusCode()).isEqualTo(302);
        assertThat(deeds()).containsSubsequence("view.requested", "view.opened", "view.ended");
    }

    private static List<String> deeds() {
        return PORTAL.inWork(() -> PORTAL.jdbc()
                .sql("select act from audit where actor = 'helpdesk@it.example' order by id")
                .query(String.class)
                .list());
    }

    @Test
    void aDeviceIsNamedForItsOwnerToRecognise() {
        assertThat(Devices.named("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"))
                .isEqualTo("Firefox, Windows");
        assertThat(
                        Devices.named(
                                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0"))
                .isEqualTo("Edge, Windows");
        assertThat(
                        Devices.named(
                                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1"))
                .isEqualTo("Safari, iPhone");
        assertThat(Devices.named("curl/8.5")).isEmpty();
    }
}
