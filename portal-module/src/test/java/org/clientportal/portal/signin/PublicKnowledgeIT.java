package org.clientportal.portal.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.portal.RunningPortal.ANNA;
import static org.clientportal.portal.RunningPortal.EWA;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.clientportal.itsm.Article;
import org.clientportal.itsm.Audience;
import org.clientportal.itsm.ChangePage;
import org.clientportal.itsm.Entry.FileRef;
import org.clientportal.portal.Browser;
import org.clientportal.portal.RunningPortal;
import org.clientportal.ports.ChangeIntake;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reading without signing in: what authors open to all, and no trace of anything else. */
class PublicKnowledgeIT {

    private static final RunningPortal PORTAL = RunningPortal.openToAll();
    private static final Instant EARLIER = Instant.parse("2026-01-10T08:00:00Z");
    private static final Audience OPEN = new Audience(true, false, List.of(), List.of(), List.of());
    private static final Audience ORIALE = new Audience(false, false, List.of("oriale"), List.of(), List.of());
    private static final Audience EWAS = new Audience(false, false, List.of(), List.of(), List.of(EWA));
    /** Articles nobody may read without signing in, whatever the reason. */
    private static final List<String> HIDDEN = List.of("O-ALL", "O-FIRM", "O-EWA", "O-PAST", "O-GONE");

    @BeforeAll
    static void articles() {
        var intake = PORTAL.bean(ChangeIntake.class);
        var articles = List.of(
                article("O-1", "Hasło wygasło: jak ustawić nowe", OPEN, null, false, 1, List.of("O-2", "O-ALL")),
                article("O-2", "Numer do serwisu poza godzinami", OPEN, null, false, 1, List.of()),
                article("O-ALL", "Tajemny flogiston: kody do magazynu", Audience.EVERYONE, null, false, 1, List.of()),
                article("O-FIRM", "Tajemny flogiston: sejf Oriale", ORIALE, null, false, 1, List.of()),
                article("O-EWA", "Tajemny flogiston: dla Ewy", EWAS, null, false, 1, List.of()),
                article("O-PAST", "Tajemny flogiston: dawniej", OPEN, EARLIER, false, 1, List.of()),
                article("O-GONE", "Tajemny flogiston: wycofany", OPEN, null, false, 1, List.of()),
                article("O-GONE", "Tajemny flogiston: wycofany", OPEN, null, true, 2, List.of()));
        intake.take(
                intake.cursor().orElseThrow(),
                new ChangePage(List.of(), List.of(), List.of(), articles, List.of(), "o1", false));
    }

    private static Article article(
            String id,
            String title,
            Audience audience,
            @Nullable Instant until,
            boolean gone,
            long version,
            List<String> related) {
        return new Article(
                id,
                title,
                "O tym: " + title,
                "<h2>Kroki</h2><ol><li>Wejdź.</li></ol><p><img src=\"file:" + id + ".png\" alt=\"Okno\"></p>",
                "pl",
                List.of(audience.open() && until == null ? "Konta" : "Tajemnice"),
                List.of(),
                audience,
                null,
                until,
                related,
                List.of(new FileRef(id + ".png", "okno.png", "image/png", 10)),
                EARLIER,
                EARLIER,
                gone,
                version);
    }

    private static Browser visitor() {
        return PORTAL.stranger();
    }

    private static String fileOf(String article) {
        return PORTAL.inWork(() -> PORTAL.jdbc()
                .sql("select f.id from attachment f join article a on a.id = f.article where a.platform_id = ?")
                .param(article)
                .query(UUID.class)
                .optional()
                .map(UUID::toString)
                .orElse("00000000-0000-4000-8000-000000000000"));
    }

    @Test
    void openArticlesAreReadListedAndFound() {
        var page = visitor().page("/knowledge/O-1");
        assertThat(page.select("h1").text()).isEqualTo("Hasło wygasło: jak ustawić nowe");
        assertThat(page.select("[aria-labelledby=related-title] a").eachText())
                .containsExactly("Numer do serwisu poza godzinami");
        var list = visitor().page("/knowledge");
        assertThat(list.select(".topics a, .rows a").eachText())
                .anySatisfy(text -> assertThat(text).startsWith("Konta 2"))
                .noneSatisfy(text -> assertThat(text).contains("Tajem"));
        assertThat(visitor().page("/knowledge?category=Konta").select(".rows a"))
                .hasSize(2);
        assertThat(visitor().page("/search?q=haslo").select(".hit a").eachAttr("href"))
                .containsExactly("/knowledge/O-1");
        assertThat(visitor()
                        .page("/search/suggestions?q=has")
                        .select("[role=option]")
                        .eachAttr("href"))
                .contains("/knowledge/O-1");
        assertThat(visitor().send("HEAD", "/knowledge/O-1").statusCode()).isEqualTo(200);
    }

    @Test
    void theHeaderOffersSigningInAndNoOtherPlace() {
        for (var path : List.of("/knowledge", "/knowledge/O-1", "/search?q=haslo&kind=ticket", "/knowledge/none")) {
            var page = visitor().page(path);
            assertThat(page.select("header a[href^=/sign-in]").attr("href"))
                    .as(path)
                    .isEqualTo("/sign-in?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8));
            assertThat(page.select(
                            "a[href='/'], a[href^=/tickets], a[href^=/profile], nav.places, #verdict, [data-live]"))
                    .as(path)
                    .isEmpty();
            assertThat(page.select("input[name=_csrf]")).as(path).isEmpty();
        }
    }

    @Test
    void signingInLeadsBackAndNowhereElse() {
        var asked = visitor().get("/sign-in?to=%2Fknowledge%2FO-1");
        assertThat(asked.headers().firstValue("Location").orElse("")).contains("/oauth2/authorization/");
        var anna = PORTAL.browser(ANNA);
        assertThat(location(anna.get("/sign-in?to=%2Fknowledge%2FO-1"))).isEqualTo("/knowledge/O-1");
        assertThat(location(anna.get("/sign-in?to=%2Fsearch%3Fq%3Dhas%25C5%2582o")))
                .isEqualTo("/search?q=has%C5%82o");
        for (var elsewhere : List.of(
                "https%3A%2F%2Fevil.example",
                "%2F%2Fevil.example", "%2F%5Cevil.example", "%2Fknowledge%0D%0AX%3A1", "")) {
            assertThat(location(anna.get("/sign-in?to=" + elsewhere)))
                    .as(elsewhere)
                    .isEqualTo("/");
        }
    }

    private static String location(HttpResponse<String> answer) {
        return java.net
                .URI
                .create(answer.headers().firstValue("Location").orElse(""))
                .getRawSchemeSpecificPart()
                .replaceFirst("^//[^/]+", "");
    }

    @Test
    void whatIsNotOpenAnswersLikeWhatIsNot() {
        var absent = visitor().get("/knowledge/O-NONE");
        assertThat(absent.statusCode()).isEqualTo(404);
        for (var id : HIDDEN) {
            var answer = visitor().get("/knowledge/" + id);
            assertThat(answer.statusCode()).as(id).isEqualTo(404);
            assertThat(answer.body().replace(id, "O-NONE")).as(id).isEqualTo(absent.body());
            assertThat(answer.headers().map().keySet())
                    .as(id)
                    .isEqualTo(absent.headers().map().keySet());
        }
        var noFile = visitor().get("/knowledge/O-1/files/00000000-0000-4000-8000-000000000000");
        assertThat(noFile.statusCode()).isEqualTo(404);
        for (var id : HIDDEN) {
            // by its own article, and through one that is open
            assertThat(visitor()
                            .get("/knowledge/" + id + "/files/" + fileOf(id))
                            .statusCode())
                    .as(id)
                    .isEqualTo(404);
            assertThat(visitor().get("/knowledge/O-1/files/" + fileOf(id)).statusCode())
                    .as(id)
                    .isEqualTo(404);
        }
        assertThat(visitor().get("/knowledge/O-1/files/not-a-uuid").statusCode())
                .isIn(400, 404);
    }

    @Test
    void neitherSearchNorCountsNorSuggestionsTellOfMore() {
        for (var path : List.of(
                "/search?q=flogiston",
                "/search?q=flogistin",
                "/search?q=tajemny",
                "/search?q=O-ALL",
                "/search?q=sejf&kind=article",
                "/search/suggestions?q=flog",
                "/search/suggestions?q=taje",
                "/knowledge",
                "/knowledge?category=Konta")) {
            assertThat(visitor().get(path).body())
                    .as(path)
                    .doesNotContain(
                            "Tajemny flogiston",
                            "/knowledge/O-ALL",
                            "/knowledge/O-FIRM",
                            "/knowledge/O-EWA",
                            "/knowledge/O-PAST");
        }
        assertThat(visitor().page("/search?q=flogistin").select("#result").attr("data-found"))
                .isEqualTo("0");
        assertThat(visitor().get("/knowledge?category=Tajemnice").statusCode())
                .isEqualTo(visitor().get("/knowledge?category=Nic").statusCode())
                .isEqualTo(404);
    }

    @Test
    void readingLeavesNothingBehind() {
        var before = PORTAL.jdbc()
                .sql("select count(*) from session")
                .query(Long.class)
                .single();
        var misses = misses();
        for (var path : List.of("/knowledge", "/knowledge/O-1", "/knowledge/O-NONE", "/search?q=nieistniejacy")) {
            var answer = visitor().get(path);
            assertThat(answer.headers().allValues("Set-Cookie")).as(path).isEmpty();
            assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                    .as(path)
                    .contains("no-store");
        }
        assertThat(PORTAL.jdbc()
                        .sql("select count(*) from session")
                        .query(Long.class)
                        .single())
                .isEqualTo(before);
        assertThat(misses()).isEqualTo(misses);
    }

    private static long misses() {
        return PORTAL.inWork(() -> PORTAL.jdbc()
                .sql("select coalesce(sum(times), 0) from search_miss")
                .query(Long.class)
                .single());
    }

    @Test
    void whoeverSignsInSeesWhatTheirFeaturesSay() {
        var anna = PORTAL.browser(ANNA);
        assertThat(anna.get("/knowledge/O-1").statusCode())
                .as("not granted, signed in")
                .isEqualTo(404);
        PORTAL.grantToAll("knowledge");
        try {
            assertThat(anna.get("/knowledge/O-1").statusCode()).isEqualTo(200);
            assertThat(anna.page("/knowledge/O-1").select("#verdict, nav.places"))
                    .hasSize(2);
            assertThat(anna.page("/knowledge/O-1").select("a[href^=/sign-in]")).isEmpty();
            assertThat(anna.get("/knowledge/O-FIRM").statusCode()).isEqualTo(200);
            assertThat(PORTAL.browser(EWA).get("/knowledge/O-FIRM").statusCode())
                    .isEqualTo(404);
        } finally {
            PORTAL.work(() -> PORTAL.jdbc().sql("delete from access_line").update());
        }
    }

    @Test
    void whoeverSignsInWithoutAccessIsToldSo() {
        var answer = PORTAL.browser("nobody-with-access").get("/knowledge/O-1");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("Hasło wygasło");
    }

    @Test
    void throughSomebodysEyesOneSeesWhatThatPersonSees() {
        var link = PORTAL.bean(ViewAdminController.class)
                .view(ANNA + "@oriale.example", () -> "helpdesk@it.example")
                .getBody();
        var path = URI.create(Objects.requireNonNull(link).url()).getPath();
        var desk = visitor();
        assertThat(desk.get("/knowledge/O-1").statusCode()).as("not signed in").isEqualTo(200);
        desk.submit(desk.page(path), path, Map.of());
        assertThat(desk.get("/knowledge/O-1").statusCode())
                .as("Anna has no knowledge base")
                .isEqualTo(404);
        var home = desk.page("/");
        assertThat(home.select(".looked").text()).contains("Anna Wiśniewska");
        assertThat(home.select("a[href^=/sign-in]")).isEmpty();
        desk.submit(home, "/view/end", Map.of());
        assertThat(desk.get("/knowledge/O-1").statusCode())
                .as("nobody's eyes any more")
                .isEqualTo(200);
    }

    @Test
    void theLanguageIsTheBrowsersOrTheOneChosen() {
        assertThat(visitor().page("/knowledge").select("html").attr("lang")).isEqualTo("en");
        var polish = visitor();
        polish.get("/language?to=pl");
        assertThat(polish.page("/knowledge").select("html").attr("lang")).isEqualTo("pl");
    }

    @Test
    void searchEnginesAreToldWhereTheyMayRead() {
        assertThat(visitor().get("/robots.txt").body())
                .contains("Allow: /knowledge\n")
                .endsWith("Disallow: /\n");
        assertThat(RunningPortal.get().stranger().get("/robots.txt").body()).isEqualTo("User-agent: *\nDisallow: /\n");
    }

    @Test
    void whereItIsNotSetAVisitorIsLedToSignIn() {
        for (var path : List.of("/knowledge", "/knowledge/O-1", "/search?q=x", "/search/suggestions?q=xy")) {
            var answer = RunningPortal.get().stranger().get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(302);
        }
        assertThat(visitor().page("/signed-out").select("a[href=/knowledge]")).hasSize(1);
        assertThat(RunningPortal.get().stranger().page("/signed-out").select("a[href=/knowledge]"))
                .isEmpty();
    }
}
