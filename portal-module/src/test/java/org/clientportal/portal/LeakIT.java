package org.clientportal.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.portal.RunningPortal.ANNA;
import static org.clientportal.portal.RunningPortal.EWA;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.clientportal.portal.catalogue.SampleCatalogue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Nobody sees anything of anybody else's. The routes come from Spring itself: one that is not in the table below fails the
 * build until somebody has thought about it.
 */
class LeakIT {

    /** What a route is to a person who has no right to what it names. */
    private enum Cast {
        /** Shows only what is the viewer's own; names nothing. */
        OWN,
        /** Names something: for a stranger's it must answer as if it did not exist. */
        NAMED,
        /** The same for everybody, also without signing in. */
        OPEN,
        /** Not for people: bearer token of the admin API. */
        ADMIN
    }

    private static final Map<String, Cast> CAST = Map.ofEntries(
            Map.entry("GET /", Cast.OWN),
            Map.entry("GET /search", Cast.OWN),
            Map.entry("GET /search/suggestions", Cast.OWN),
            Map.entry("GET /tickets", Cast.OWN),
            Map.entry("GET /tickets/export", Cast.OWN),
            Map.entry("POST /tickets", Cast.OWN),
            Map.entry("GET /tickets/new", Cast.OWN),
            Map.entry("GET /tickets/new/plain", Cast.OWN),
            Map.entry("GET /tickets/new/{kind}", Cast.NAMED),
            Map.entry("POST /tickets/new/{kind}", Cast.NAMED),
            Map.entry("GET /tickets/new/{kind}/picture", Cast.NAMED),
            Map.entry("GET /colleagues", Cast.OWN),
            Map.entry("GET /tickets/{number}", Cast.NAMED),
            Map.entry("POST /tickets/{number}/replies", Cast.NAMED),
            Map.entry("GET /tickets/{number}/closure", Cast.NAMED),
            Map.entry("POST /tickets/{number}/closure", Cast.NAMED),
            Map.entry("GET /tickets/{number}/reopening", Cast.NAMED),
            Map.entry("POST /tickets/{number}/reopening", Cast.NAMED),
            Map.entry("GET /tickets/{number}/rating", Cast.NAMED),
            Map.entry("POST /tickets/{number}/rating", Cast.NAMED),
            Map.entry("POST /tickets/{number}/entries/{entry}/delivery", Cast.NAMED),
            Map.entry("GET /attachments/{id}", Cast.NAMED),
            Map.entry("GET /knowledge", Cast.OWN),
            Map.entry("GET /knowledge/{article}", Cast.NAMED),
            Map.entry("GET /knowledge/{article}/files/{file}", Cast.NAMED),
            Map.entry("POST /knowledge/{article}/verdict", Cast.NAMED),
            Map.entry("GET /knowledge/solutions", Cast.OWN),
            Map.entry("POST /knowledge/{article}/solution", Cast.NAMED),
            Map.entry("GET /equipment", Cast.OWN),
            Map.entry("GET /equipment/{asset}", Cast.NAMED),
            Map.entry("GET /equipment/{asset}/files/{document}", Cast.NAMED),
            Map.entry("GET /equipment/{asset}/correction", Cast.NAMED),
            Map.entry("POST /equipment/{asset}/correction", Cast.NAMED),
            Map.entry("GET /a/{code}", Cast.NAMED),
            Map.entry("GET /documents", Cast.OWN),
            Map.entry("GET /documents/{documentId}", Cast.NAMED),
            Map.entry("GET /documents/{documentId}/versions/{version}", Cast.NAMED),
            Map.entry("GET /documents/{documentId}/versions/{version}/file", Cast.NAMED),
            Map.entry("GET /notes", Cast.OWN),
            Map.entry("GET /notes/{note}", Cast.NAMED),
            Map.entry("GET /notes/{note}/files/{attached}", Cast.NAMED),
            Map.entry("GET /documents/{documentId}/versions/{version}/pages/{page}", Cast.NAMED),
            Map.entry("GET /announcements/{announcement}", Cast.NAMED),
            Map.entry("POST /announcements/{announcement}/following", Cast.NAMED),
            Map.entry("GET /approvals", Cast.OWN),
            Map.entry("GET /tickets/{number}/approval", Cast.NAMED),
            Map.entry("POST /tickets/{number}/approval", Cast.NAMED),
            Map.entry("GET /tickets/{number}/pdf", Cast.NAMED),
            Map.entry("GET /tickets/{number}/people", Cast.NAMED),
            Map.entry("POST /tickets/{number}/people", Cast.NAMED),
            Map.entry("POST /tickets/{number}/people/removal", Cast.NAMED),
            Map.entry("GET /tickets/{number}/people/leaving", Cast.NAMED),
            Map.entry("POST /tickets/{number}/people/leaving", Cast.NAMED),
            Map.entry("GET /profile/stand-in", Cast.OWN),
            Map.entry("POST /profile/stand-in", Cast.OWN),
            Map.entry("POST /profile/stand-in/end", Cast.OWN),
            Map.entry("POST /tickets/{number}/mute", Cast.NAMED),
            Map.entry("POST /tickets/{number}/mute/end", Cast.NAMED),
            Map.entry("GET /notifications", Cast.OWN),
            Map.entry("POST /notifications/reading", Cast.OWN),
            Map.entry("GET /profile/notifications", Cast.OWN),
            Map.entry("POST /profile/notifications", Cast.OWN),
            Map.entry("GET /profile", Cast.OWN),
            Map.entry("GET /profile/details", Cast.OWN),
            Map.entry("GET /profile/language", Cast.OWN),
            Map.entry("POST /profile/language", Cast.OWN),
            Map.entry("GET /profile/sign-in", Cast.OWN),
            Map.entry("GET /profile/data", Cast.OWN),
            Map.entry("POST /profile/data", Cast.OWN),
            Map.entry("GET /profile/second-factor", Cast.OWN),
            Map.entry("GET /profile/second-factor/{device}/removal", Cast.OWN),
            Map.entry("GET /profile/password", Cast.OWN),
            Map.entry("GET /profile/sessions", Cast.OWN),
            Map.entry("POST /profile/sessions/{handle}/end", Cast.NAMED),
            Map.entry("POST /profile/sessions/others/end", Cast.OWN),
            Map.entry("GET /view/{token}", Cast.OPEN),
            Map.entry("POST /view/{token}", Cast.OPEN),
            Map.entry("POST /view/end", Cast.OPEN),
            Map.entry("POST /backchannel-logout", Cast.OPEN),
            Map.entry("GET /live", Cast.OWN),
            Map.entry("GET /drafts", Cast.OWN),
            Map.entry("GET /drafts/{draft}/removal", Cast.NAMED),
            Map.entry("POST /drafts/{draft}/removal", Cast.NAMED),
            Map.entry("GET /drafts/rescued", Cast.OWN),
            Map.entry("ANY /no-access", Cast.OWN),
            Map.entry("GET /signed-out", Cast.OPEN),
            Map.entry("GET /sign-in", Cast.OWN),
            Map.entry("GET /robots.txt", Cast.OPEN),
            Map.entry("GET /access-request", Cast.OPEN),
            Map.entry("GET /check", Cast.OPEN),
            Map.entry("GET /check/{code}", Cast.OPEN),
            Map.entry("POST /access-request", Cast.OPEN),
            Map.entry("GET /language", Cast.OPEN),
            Map.entry("GET /brand/{hash:[a-z0-9]+}.css", Cast.OPEN),
            Map.entry("POST /hooks/platform", Cast.OPEN),
            Map.entry("ANY /error", Cast.OPEN));

    /** What a visitor reaches where open articles are read without signing in: {@code PublicKnowledgeIT} says what they find there. */
    static final Set<String> READ_BY_VISITORS = Set.of(
            "GET /knowledge",
            "GET /knowledge/{article}",
            "GET /knowledge/{article}/files/{file}",
            "GET /search",
            "GET /search/suggestions");

    private static final RunningPortal PORTAL = RunningPortal.get();
    private static String attachment = "";
    private static long entry;
    private static String articleFile = "";
    private static String assetFile = "";
    private static String noteFile = "";
    private static long announcement;
    private static String draft = "";

    @BeforeAll
    static void annasTicket() {
        PORTAL.platformSays(PORTAL.ticket("900", "Tajne zgłoszenie Anny", "open", ANNA));
        entry = PORTAL.inWork(() -> PORTAL.jdbc()
                .sql("select id from entry where platform_id = '900-e0'")
                .query(Long.class)
                .single());
        attachment = PORTAL.inWork(
                () -> PORTAL.jdbc().sql("""
                        insert into attachment (ticket, entry, position, platform_id, name, content_type, size)
                        select ticket, id, 0, '900-f0', 'tajne.txt', 'text/plain', 5 from entry where id = ?
                        returning id""").param(entry).query(String.class).single());
    }

    @BeforeAll
    static void annasDraft() {
        var anna = PORTAL.browser(ANNA);
        var kept =
                anna.submit(anna.page("/tickets/new/plain"), "/tickets", Map.of("subject", "", "text", "Tajny szkic"));
        draft = org.jsoup.Jsoup.parse(kept.body())
                .selectFirst("input[name=draftId]")
                .attr("value");
    }

    @BeforeAll
    static void somethingForAnnasFirm() {
        PORTAL.grantToAll("knowledge");
        PORTAL.work(() -> {
            var article = PORTAL.jdbc().sql("""
                            insert into article (platform_id, title, summary, html, body_text, category, keywords, related,
                              created_at, changed_at, gone, version)
                            values ('900', 'Tajny artykuł', '', '', '', '{}', '', '{}', now(), now(), false, 1)
                            returning id""").query(Long.class).single();
            PORTAL.jdbc()
                    .sql("insert into article_reader (scope, article, reason) values ('a:o:oriale', ?, 'organisation')")
                    .param(article)
                    .update();
            articleFile =
                    PORTAL.jdbc().sql("""
                            insert into attachment (article, position, platform_id, name, content_type, size)
                            values (?, 0, '900-k0', 'tajne.pdf', 'application/pdf', 5) returning id""").param(article).query(String.class).single();
            announcement = PORTAL.jdbc().sql("""
                            insert into announcement (kind, starts_at, changed_at, changed_by, version)
                            values ('OUTAGE', now(), now(), 'test', 1) returning id""").query(Long.class).single();
            PORTAL.jdbc()
                    .sql(
                            "insert into announcement_text (announcement, language, title, text) values (?, 'pl', 'Tajna awaria', '')")
                    .param(announcement)
                    .update();
            PORTAL.jdbc()
                    .sql("insert into announcement_reader (scope, announcement) values ('a:o:oriale', ?)")
                    .param(announcement)
                    .update();
        });
    }

    @BeforeAll
    static void somethingThatAnnaHas() {
        PORTAL.grantToAll("assets");
        PORTAL.grantToAll("organisation-assets");
        PORTAL.work(() -> {
            var asset = PORTAL.jdbc().sql("""
                            insert into asset (platform_id, kind, name, model, maker, code, state, state_name, location, fields,
                              changed_at, gone, version)
                            values ('900', 'DEVICE', 'Tajny laptop', '', '', '900', 'IN_USE', '', '', '{}', now(), false, 1)
                            returning id""").query(Long.class).single();
            PORTAL.jdbc().sql("""
                            insert into asset_reader (scope, asset, reason)
                            select 'a:p:' || id, ?, 'person' from person where platform_id = ?""").params(asset, ANNA).update();
            PORTAL.jdbc()
                    .sql("insert into asset_reader (scope, asset, reason) values ('a:o:oriale', ?, 'organisation')")
                    .param(asset)
                    .update();
            PORTAL.jdbc().sql("""
                            insert into asset_holding (asset, platform_id, scope, name, code, kind, since)
                            select ?, '900', 'a:p:' || id, 'Tajny laptop', '900', 'DEVICE', current_date
                            from person where platform_id = ?""").params(asset, ANNA).update();
            assetFile = PORTAL.jdbc().sql("""
                            insert into attachment (asset, position, platform_id, name, content_type, size)
                            values (?, 0, '900-a0', 'tajna-karta.pdf', 'application/pdf', 5) returning id""").param(asset).query(String.class).single();
        });
    }

    @BeforeAll
    static void aDocumentForAnna() {
        PORTAL.grantToAll("documents");
        PORTAL.work(() -> {
            var document = PORTAL.jdbc().sql("""
                            insert into document (platform_id, title, kind, summary, newest, since, changed_at, gone, version)
                            values ('900', 'Tajna umowa', 'Tajne', '', 1, now(), now(), false, 1) returning id""").query(Long.class).single();
            PORTAL.jdbc().sql("""
                            insert into document_reader (scope, document, reason)
                            select 'a:p:' || id, ?, 'person' from person where platform_id = ?""").params(document, ANNA).update();
            PORTAL.jdbc().sql("""
                            with file as (insert into attachment (document, position, platform_id, name, content_type, size)
                              values (:document, 0, '900-d0', 'tajna-umowa.pdf', 'application/pdf', 5) returning id)
                            insert into document_version (document, number, since, changes, file)
                            select :document, 1, now(), 'Tajna zmiana', id from file""").param("document", document).update();
        });
    }

    @BeforeAll
    static void aNoteForAnna() {
        PORTAL.grantToAll("notes");
        PORTAL.work(() -> {
            var note = PORTAL.jdbc().sql("""
                            insert into note (platform_id, title, html, body_text, author, written_at, changed_at, edition, gone, version)
                            values ('900', 'Tajna notatka', '<p>Tajna treść</p>', 'Tajna treść', '', now(), now(), 1, false, 1)
                            returning id""").query(Long.class).single();
            PORTAL.jdbc().sql("""
                            insert into note_reader (scope, note, reason)
                            select 'a:p:' || id, ?, 'person' from person where platform_id = ?""").params(note, ANNA).update();
            noteFile = PORTAL.jdbc().sql("""
                            insert into attachment (note, position, platform_id, name, content_type, size)
                            values (?, 0, '900-n0', 'tajny-schemat.pdf', 'application/pdf', 5) returning id""").param(note).query(String.class).single();
        });
    }

    @BeforeAll
    static void aFormForAnnasFirm() {
        SampleCatalogue.apply(
                PORTAL,
                SampleCatalogue.with(
                                "laptop",
                                900,
                                "organisation:oriale",
                                "- { id: text, type: text, label: Tajne pytanie, required: true }",
                                "picture: tajne.png")
                        .replace("Nowy laptop", "Tajny formularz"),
                "tajne.png");
    }

    @AfterAll
    static void noCatalogue() {
        SampleCatalogue.forget(PORTAL);
    }

    @Test
    void everyRouteHasBeenThoughtAbout() {
        var unknown = new TreeSet<>(routes());
        unknown.removeIf(route -> CAST.containsKey(route) || route.contains(" /admin/api/v1"));
        assertThat(unknown).as("routes without an entry in the cast table").isEmpty();
        assertThat(routes()).containsAll(CAST.keySet());
    }

    @Test
    void whatIsSomebodyElsesAnswersLikeWhatIsNot() {
        var ewa = PORTAL.browser(EWA);
        var csrf =
                ewa.page("/tickets/new/plain").selectFirst("input[name=_csrf]").attr("value");
        var checked = 0;
        for (var route : new TreeMap<>(CAST).entrySet()) {
            if (route.getValue() != Cast.NAMED) {
                continue;
            }
            var method = route.getKey().split(" ")[0];
            var template = route.getKey().split(" ")[1];
            var foreign = fill(template, "900", Long.toString(entry), attachment);
            var absent = fill(template, "901", "999999999", "00000000-0000-4000-8000-000000000000");
            var toForeign = answer(ewa, method, foreign, csrf);
            var toAbsent = answer(ewa, method, absent, csrf);
            assertThat(toForeign)
                    .as(route.getKey())
                    .isEqualTo(toAbsent.replace("/901", "/900").replace("/new/absent", "/new/laptop"));
            assertThat(toForeign).as(route.getKey()).startsWith("404");
            checked++;
        }
        assertThat(checked).isGreaterThan(5);
    }

    @Test
    void idsInQueriesAndHiddenFieldsOpenNothingEither() {
        var ewa = PORTAL.browser(EWA);
        for (var path : List.of(
                "/tickets?query=Tajne",
                "/search?q=Tajne",
                "/search?q=tajnr",
                "/search/suggestions?q=taj",
                "/search?q=900",
                "/search?q=Tajny+formularz",
                "/search/suggestions?q=tajny",
                "/tickets/new",
                "/equipment",
                "/equipment?tab=returned",
                "/documents",
                "/documents?kind=Tajne",
                "/documents?before=900",
                "/search?q=umowa",
                "/tickets/new/plain?asset=900",
                "/notes",
                "/notes?before=900",
                "/search?q=tajna+notatka",
                "/search?q=laptop",
                "/tickets/new?q=tajny",
                "/tickets?tab=all",
                "/tickets/export?tab=all",
                "/drafts",
                "/tickets?after=2999-01-01T00:00:00Z_1",
                "/notifications",
                "/notifications?before=999999999",
                "/")) {
            assertThat(ewa.get(path).body())
                    .as(path)
                    .doesNotContain("Tajne zgłoszenie", "Tajny szkic")
                    .doesNotContain("Tajny laptop", "Tajna notatka", "Tajna treść")
                    .doesNotContain("Tajna umowa", "tajna-umowa", "/documents/900")
                    .doesNotContain("/tickets/new/laptop");
        }
        assertThat(PORTAL.browser(ANNA).get("/tickets/new").body()).contains("Tajny formularz", "/tickets/new/laptop");
        for (var typed : List.of("Anna", "Wiś", "anna@oriale.example", "a", "%", "")) {
            assertThat(ewa.get("/colleagues?q="
                                    + java.net.URLEncoder.encode(typed, java.nio.charset.StandardCharsets.UTF_8))
                            .body())
                    .as(typed)
                    .isEqualTo(ewa.get("/colleagues?q=qwzxvkj").body());
        }
        var annasDraft = PORTAL.browser(ANNA);
        var kept = annasDraft.submit(
                annasDraft.page("/tickets/new/plain"), "/tickets", Map.of("subject", "", "text", "Sekret"));
        var draft = org.jsoup.Jsoup.parse(kept.body())
                .selectFirst("input[name=draftId]")
                .attr("value");
        assertThat(ewa.get("/tickets/new/plain?draft=" + draft).body()).doesNotContain("Sekret");
        var page = ewa.page("/tickets/new/plain");
        var stolen = ewa.submit(page, "/tickets", Map.of("draftId", draft, "subject", "x", "text", "", "category", ""));
        assertThat(stolen.body()).doesNotContain("Sekret");
    }

    @Test
    void withoutSigningInThereIsNothing() {
        for (var route : CAST.entrySet()) {
            if (route.getValue() == Cast.OPEN) {
                continue;
            }
            var method = route.getKey().split(" ")[0].replace("ANY", "GET");
            var path = fill(route.getKey().split(" ")[1], "900", Long.toString(entry), attachment);
            var answer = PORTAL.stranger().send(method, path);
            assertThat(answer.statusCode()).as(route.getKey()).isIn(302, 403);
            assertThat(answer.body()).doesNotContain("Tajne");
        }
    }

    @Test
    void evenWhereArticlesAreOpenTheRestIsNot() {
        var visitor = RunningPortal.openToAll().stranger();
        for (var route : CAST.entrySet()) {
            if (route.getValue() == Cast.OPEN || READ_BY_VISITORS.contains(route.getKey())) {
                continue;
            }
            var method = route.getKey().split(" ")[0].replace("ANY", "GET");
            var path = fill(route.getKey().split(" ")[1], "900", Long.toString(entry), attachment);
            assertThat(visitor.send(method, path).statusCode())
                    .as(route.getKey())
                    .isIn(302, 403);
        }
        for (var read : READ_BY_VISITORS) {
            var path = fill(read.split(" ")[1], "900", Long.toString(entry), attachment);
            for (var method : List.of("POST", "PUT", "DELETE", "PATCH")) {
                assertThat(visitor.send(method, path).statusCode())
                        .as(method + " " + path)
                        .isIn(302, 403);
            }
        }
    }

    private static Set<String> routes() {
        return PORTAL
                .context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(mapping -> mapping.getPatternValues().stream().flatMap(pattern -> {
                    var methods = mapping.getMethodsCondition().getMethods();
                    return (methods.isEmpty()
                                    ? java.util.stream.Stream.of("ANY")
                                    : methods.stream().map(RequestMethod::name))
                            .map(method -> method + " " + pattern);
                }))
                .collect(Collectors.toSet());
    }

    private static String fill(String template, String number, String entry, String attachment) {
        return template.replace("{number}", number)
                .replace("{article}", number)
                .replace("{file}", number.equals("900") ? articleFile : attachment)
                .replace("{asset}", number)
                .replace("{code}", number)
                .replace("{documentId}", number)
                .replace("{version}", "1")
                .replace("{page}", "1")
                .replace("{document}", number.equals("900") ? assetFile : attachment)
                .replace("{note}", number)
                .replace("{attached}", number.equals("900") ? noteFile : attachment)
                .replace("{announcement}", number.equals("900") ? Long.toString(announcement) : "999999999")
                .replace("{entry}", entry)
                .replace("{id}", attachment)
                .replace("{device}", attachment)
                .replace("{draft}", number.equals("900") ? draft : attachment)
                .replace("{kind}", number.equals("900") ? "laptop" : "absent")
                .replace("{handle}", attachment.startsWith("0000") ? attachment : annasSession());
    }

    /** The public name of a session of Anna's. */
    private static String annasSession() {
        PORTAL.browser(ANNA);
        return PORTAL.jdbc()
                .sql("select handle from session where login_subject = 'kc-anna' order by created_at desc limit 1")
                .query(String.class)
                .single();
    }

    /** Status and body, without the one-time token that every page carries. */
    private static String answer(Browser browser, String method, String path, String csrf) {
        var answer = method.equals("GET")
                ? browser.get(path)
                : browser.post(path, List.of(Map.entry("_csrf", csrf), Map.entry("text", "x")), List.of());
        return answer.statusCode() + " " + answer.body().replaceAll("value=\"[A-Za-z0-9_=-]{40,}\"", "value=\"token\"");
    }
}
