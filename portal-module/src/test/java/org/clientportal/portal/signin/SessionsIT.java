package org.clientportal.portal.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.portal.RunningPortal.ANNA;
import static org.clientportal.portal.RunningPortal.MAREK;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.clientportal.portal.RunningPortal;
import org.clientportal.ports.SignInEvents;
import org.clientportal.ports.SignInEvents.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

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
    void whoseLoginSomebodyTriedIsShownSoAndNobodyElseIs() {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var events = new LoggedEvents(List.of(
                refusal("e1", "kc-" + ANNA, now.minusSeconds(90 * 60), "203.0.113.9"),
                refusal("e2", "kc-" + ANNA, now.minusSeconds(60), "203.0.113.9"),
                refusal("e3", null, now.minusSeconds(59), "203.0.113.9"),
                refusal("e4", "kc-stranger", now.minusSeconds(58), "203.0.113.9"),
                refusal("e5", "kc-" + ANNA, now.minusSeconds(57), "203.0.113.9")));
        var reading = reading(events);
        reading.read();
        // what is read again is not counted again
        reading.read();

        var page = PORTAL.browser(ANNA).page("/profile/sessions").select("main");

        assertThat(page.select("li:contains(203.0.113.9)").eachText())
                .hasSize(2)
                .satisfies(rows -> assertThat(rows.getFirst()).contains("2 nieudane próby"))
                .satisfies(rows -> assertThat(rows.getLast()).contains("Nieudana próba"));
        assertThat(page.text()).contains("to nie Ty?");
        assertThat(page.select("a[href=/profile/password]")).hasSize(1);
        assertThat(PORTAL.browser(MAREK)
                        .page("/profile/sessions")
                        .select("main")
                        .text())
                .doesNotContain("203.0.113.9", "to nie Ty?");
        assertThat(stored()).containsOnly("kc-" + ANNA);
    }

    @Test
    void aFloodOfAttemptsLeavesTheNewestOfEachLoginAndIsReadToItsEnd() {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var flood = IntStream.range(0, 12_000)
                .mapToObj(
                        n -> refusal("flood-" + n, "kc-" + MAREK, now.minusMillis(12_000 - n), "198.51.100." + n % 200))
                .toList();
        var reading = reading(new LoggedEvents(flood));
        for (int round = 0; round < 4; round++) {
            reading.read();
        }
        assertThat(PORTAL.inWork(() -> PORTAL.jdbc()
                        .sql("select event from failed_sign_in where login_subject = ? order by at desc")
                        .param("kc-" + MAREK)
                        .query(String.class)
                        .list()))
                .hasSize(50)
                .startsWith("flood-11999")
                .endsWith("flood-11950");
    }

    @BeforeEach
    @AfterEach
    void nobodyHasTried() {
        PORTAL.work(() -> {
            PORTAL.jdbc().sql("delete from failed_sign_in").update();
            PORTAL.jdbc()
                    .sql("update failed_sign_in_read set upto = now() - interval '1 day'")
                    .update();
        });
    }

    private static FailedSignInsReading reading(SignInEvents events) {
        var provider = new StaticListableBeanFactory(Map.of("events", events));
        return new FailedSignInsReading(provider.getBeanProvider(SignInEvents.class), PORTAL.bean(FailedSignIns.class));
    }

    private static Refusal refusal(String event, @Nullable String login, Instant at, String address) {
        return new Refusal(event, Optional.ofNullable(login), at, address);
    }

    /** Answers as Keycloak does, from a list. */
    private record LoggedEvents(List<Refusal> all) implements SignInEvents {

        @Override
        public List<Refusal> refusals(Instant from, int skip, int limit) {
            return all.stream()
                    .filter(event -> !event.at().isBefore(from))
                    .skip(skip)
                    .limit(limit)
                    .toList();
        }
    }

    private static List<String> stored() {
        return PORTAL.inWork(() -> PORTAL.jdbc()
                .sql("select login_subject from failed_sign_in")
                .query(String.class)
                .list());
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
        for (var action : List.of("/tickets", "/tickets/7200/replies", "/tickets/7200/closure", "/profile/language")) {
            assertThat(desk.post(action, List.of(Map.entry("_csrf", csrf), Map.entry("text", "x")), List.of())
                            .statusCode())
                    .as(action)
                    .isEqualTo(403);
        }
        for (var own : List.of(
                "/profile/password",
                "/profile/second-factor",
                "/profile/second-factor/" + UUID.randomUUID() + "/removal",
                "/profile/sign-in",
                "/profile/sessions",
                "/profile/data",
                "/language?to=en")) {
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
