package org.clientportal.portal.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.portal.RunningPortal.ANNA;
import static org.clientportal.portal.RunningPortal.EWA;
import static org.clientportal.portal.RunningPortal.MAREK;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.clientportal.itsm.Article;
import org.clientportal.itsm.Audience;
import org.clientportal.itsm.Entry;
import org.clientportal.itsm.Ticket;
import org.clientportal.portal.RunningPortal;
import org.clientportal.ports.KnowledgeIntake;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A person finds what is theirs, however it is typed, and learns nothing of what is not. */
class SearchIT {

    private static final RunningPortal PORTAL = RunningPortal.get();

    @BeforeAll
    static void tickets() {
        PORTAL.platformSays(
                PORTAL.ticket("71001", "Drukarka w sekretariacie zacina papier", "open", ANNA),
                PORTAL.ticket(
                        "71002",
                        "Prośba o dostęp",
                        "open",
                        ANNA,
                        RunningPortal.entry(
                                "71002-e1",
                                1,
                                Entry.Kind.REPLY,
                                RunningPortal.support(),
                                "Wymieniliśmy ksylofon, proszę <b>sprawdzić</b>.")),
                PORTAL.ticket("71003", "Skrzynka współdzielona magazynu", "open", EWA));
        PORTAL.bean(SearchIndex.class).readWords();
    }

    @Test
    void isFoundByInflectionWithoutDiacriticsAndMistyped() {
        for (var typed :
                List.of("drukarki", "zacinanie papieru", "drukrka", "papieru zaciecie sekretariat", "DRUKARKA")) {
            assertThat(titles(ANNA, typed)).as(typed).contains("Drukarka w sekretariacie zacina papier");
        }
        assertThat(titles(ANNA, "ksylofonu")).contains("Prośba o dostęp");
        assertThat(titles(ANNA, "Zieliński")).contains("Prośba o dostęp");
    }

    @Test
    void aNumberIsOnTop() {
        assertThat(titles(ANNA, "71002").getFirst()).isEqualTo("Prośba o dostęp");
    }

    @Test
    void whatWasFoundIsMarkedAndWhatWasCorrectedIsSaid() {
        var page = page(ANNA, "drukrka");
        assertThat(page.select(".hit mark").eachText()).contains("Drukarka");
        assertThat(page.selectFirst("#result").text()).contains("drukark");
    }

    @Test
    void aListOfTicketsIsSearchedInTheSameWay() {
        var list = PORTAL.browser(ANNA).page("/tickets?query=drukrka").selectFirst("#list");
        assertThat(list.select("a.stretch").eachText()).contains("Drukarka w sekretariacie zacina papier");
        assertThat(list.text()).contains("Pokazujemy wyniki dla „drukark");
    }

    @Test
    void suggestionsComeWhileTyping() {
        var fragment = PORTAL.browser(ANNA).page("/search/suggestions?q=druk");
        assertThat(fragment.select("[role=option]").eachText())
                .anyMatch(text -> text.startsWith("Drukarka w sekretariacie"));
        assertThat(fragment.select("[role=option]")).hasSizeLessThanOrEqualTo(6);
        assertThat(fragment.select("html head").text()).isEmpty();
    }

    @Test
    void nobodyLearnsOfWhatIsNotTheirs() {
        for (var path : List.of("/search?q=", "/search/suggestions?q=")) {
            for (var foreign : List.of("drukarka", "drukrka", "ksylofon", "ksylofom", "ksyl", "71001", "sekretariat")) {
                assertThat(answer(path, foreign)).as(path + foreign).isEqualTo(answer(path, "qwzxvkj"));
            }
        }
    }

    @Test
    void manyAreReadPageByPage() {
        PORTAL.platformSays(IntStream.range(0, 120)
                .mapToObj(no -> PORTAL.ticket("72" + (100 + no), "Kwantyfikator nr " + no, "open", ANNA))
                .toArray(Ticket[]::new));
        grant(ANNA, "knowledge", true);
        try {
            var anna = PORTAL.browser(ANNA);
            var seen = new LinkedHashSet<String>();
            var sizes = new ArrayList<Integer>();
            var url = anna.page("/search?q=kwantyfikator")
                    .select("header a[href*=kind=ticket]")
                    .attr("href");
            assertThat(url).isNotEmpty();
            while (!url.isEmpty()) {
                var page = anna.page(url);
                var hits = page.select(".hit a").eachAttr("href");
                assertThat(page.select("#result").attr("data-found")).isEqualTo("120");
                assertThat(page.select(".results").text())
                        .contains((seen.size() + 1) + "–" + (seen.size() + hits.size()));
                sizes.add(hits.size());
                seen.addAll(hits);
                url = page.select("a[rel=next]").attr("href");
            }
            assertThat(sizes).containsExactly(50, 50, 20);
            assertThat(seen).hasSize(120);
            var first = anna.page("/search?q=kwantyfikator&kind=ticket")
                    .select(".hit a")
                    .eachAttr("href");
            for (var from : List.of("0", "7", "-50")) {
                assertThat(anna.page("/search?q=kwantyfikator&kind=ticket&from=" + from)
                                .select(".hit a")
                                .eachAttr("href"))
                        .as(from)
                        .isEqualTo(first);
            }
            for (var from : List.of("150", "2000000000")) {
                assertThat(anna.get("/search?q=kwantyfikator&kind=ticket&from=" + from)
                                .statusCode())
                        .as(from)
                        .isEqualTo(404);
            }
        } finally {
            forgetGrants();
        }
    }

    @Test
    void withoutAnythingToSearchThereIsNoSuchPage() {
        grant(MAREK, "tickets", false);
        grant(MAREK, "knowledge", false);
        try {
            assertThat(PORTAL.browser(MAREK).get("/search?q=x").statusCode()).isEqualTo(404);
            assertThat(PORTAL.browser(MAREK).get("/search/suggestions?q=x").statusCode())
                    .isEqualTo(404);
            assertThat(PORTAL.browser(MAREK).get("/").body()).doesNotContain("action=\"/search\"");
        } finally {
            forgetGrants();
        }
        assertThat(PORTAL.browser(MAREK).get("/search?q=x").statusCode()).isEqualTo(200);
    }

    @Test
    void anArticleIsFoundByItsAudienceWhileItIsValidByWhoeverHasTheFeature() {
        grant(ANNA, "knowledge", true);
        grant(EWA, "knowledge", true);
        try {
            var oriale = new Audience(false, false, List.of("oriale"), List.of(), List.of());
            take(article("S-1", "Kalibracja pantografu", Audience.EVERYONE, null, false, 1));
            take(article("S-2", "Wymiana rylca w pantografie", oriale, null, false, 1));
            take(article("S-3", "Pantograf, którego już nie ma", Audience.EVERYONE, PAST, false, 1));
            PORTAL.bean(SearchIndex.class).readWords();
            assertThat(titles(ANNA, "pantografy"))
                    .containsExactlyInAnyOrder("Kalibracja pantografu", "Wymiana rylca w pantografie");
            assertThat(titles(EWA, "pantografy")).containsExactly("Kalibracja pantografu");
            assertThat(answer("/search?q=", "rylec")).isEqualTo(answer("/search?q=", "qwzxvkj"));
            assertThat(answer("/search?q=", "rylcs")).isEqualTo(answer("/search?q=", "qwzxvkj"));
            take(article("S-1", "Kalibracja pantografu", Audience.EVERYONE, null, true, 2));
            assertThat(titles(EWA, "pantografy")).isEmpty();
            grant(ANNA, "knowledge", false);
            assertThat(titles(ANNA, "pantografy")).isEmpty();
        } finally {
            forgetGrants();
        }
    }

    private static final Instant PAST = Instant.parse("2026-01-01T00:00:00Z");

    private static void take(Article article) {
        PORTAL.work(() -> PORTAL.bean(KnowledgeIntake.class).take(List.of(article)));
    }

    private static Article article(
            String id, String title, Audience audience, @Nullable Instant until, boolean gone, long version) {
        return new Article(
                id,
                title,
                "",
                "<p>Treść.</p>",
                "pl",
                List.of(),
                List.of(),
                audience,
                null,
                until,
                List.of(),
                List.of(),
                PAST,
                PAST,
                gone,
                version);
    }

    private static void grant(String person, String feature, boolean granted) {
        PORTAL.work(
                () -> PORTAL.jdbc().sql("""
                        insert into access_line (level, person, feature, granted, changed_at, changed_by)
                        select 'PERSON', id, ?, ?, now(), 'search' from person where platform_id = ?
                        on conflict (level, person, organisation, group_name, feature)
                          do update set granted = excluded.granted""").params(feature, granted, person).update());
    }

    private static void forgetGrants() {
        PORTAL.work(() -> PORTAL.jdbc()
                .sql("delete from access_line where changed_by = 'search'")
                .update());
    }

    @Test
    void whatIsGoneIsFoundNoMore() {
        PORTAL.platformSays(PORTAL.ticket("71004", "Rozlany kisiel", "open", ANNA));
        assertThat(titles(ANNA, "kisiel")).containsExactly("Rozlany kisiel");
        PORTAL.work(() ->
                PORTAL.bean(org.clientportal.ports.TicketIntake.class).vanished("71004", java.util.Optional.empty()));
        assertThat(titles(ANNA, "kisiel")).isEmpty();
    }

    @Test
    void whatIsNotFoundIsCountedByItsWords() {
        page(ANNA, "Gdzie jest MŻAWKA bezprzewodowa");
        page(EWA, "gdzie jest mzawka bezprzewodowa");
        page(ANNA, "mżawka bezprzewodowa");
        PORTAL.browser(ANNA).get("/search/suggestions?q=mgła");
        var misses = PORTAL.bean(Misses.class).list(null, 0, 200);
        assertThat(misses)
                .filteredOn(miss -> miss.words().equals("mzawka bezprzewodowa"))
                .extracting(Miss::language, Miss::times)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("pl", 2L), org.assertj.core.groups.Tuple.tuple("en", 1L));
        assertThat(misses).noneMatch(miss -> miss.words().contains("mgla"));
    }

    @Test
    void theIndexIsBuiltAnewWhereItIsMissing() {
        PORTAL.work(() -> {
            PORTAL.jdbc().sql("delete from search_document").update();
            PORTAL.jdbc().sql("delete from search_build").update();
        });
        assertThat(titles(ANNA, "sekretariat")).isEmpty();
        var build = PORTAL.bean(SearchBuild.class);
        var steps = 0;
        while (build.step()) {
            steps++;
        }
        assertThat(steps).isPositive();
        assertThat(titles(ANNA, "sekretariat")).isNotEmpty();
        assertThat(build.step()).isFalse();
    }

    private static List<String> titles(String person, String query) {
        return page(person, query).select(".hit a.stretch").eachText();
    }

    private static Document page(String person, String query) {
        return PORTAL.browser(person).page("/search?q=" + encoded(query));
    }

    /** What Ewa is told, without what she typed herself. */
    private static String answer(String path, String query) {
        var body = PORTAL.browser(EWA).get(path + encoded(query)).body();
        return Jsoup.parse(body)
                .body()
                .html()
                .replace(query, "…")
                .replace(encoded(query), "…")
                .replaceAll("value=\"[A-Za-z0-9_=-]{40,}\"", "value=\"token\"");
    }

    private static String encoded(String query) {
        return java.net.URLEncoder.encode(query, java.nio.charset.StandardCharsets.UTF_8);
    }
}
