package org.clientportal.portal.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.portal.RunningPortal.ANNA;
import static org.clientportal.portal.RunningPortal.EWA;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clientportal.itsm.Announcement;
import org.clientportal.itsm.Article;
import org.clientportal.itsm.Audience;
import org.clientportal.itsm.ChangePage;
import org.clientportal.itsm.Delivered;
import org.clientportal.itsm.Entry.FileRef;
import org.clientportal.itsm.Submission.NewVerdict;
import org.clientportal.portal.Browser;
import org.clientportal.portal.RunningPortal;
import org.clientportal.ports.ChangeIntake;
import org.clientportal.ports.Outbox;
import org.clientportal.ports.Outbox.Destination;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An article on its way from the platform to those it is meant for, and what they say of it on its way back. */
class KnowledgeIT {

    private static final RunningPortal PORTAL = RunningPortal.get();
    private static final Instant EARLIER = Instant.parse("2026-01-10T08:00:00Z");
    private static final Audience ORIALE = new Audience(false, false, List.of("oriale"), List.of(), List.of());
    private static int cursor;

    @BeforeAll
    static void everybodyHasTheKnowledgeBase() {
        PORTAL.grantToAll("knowledge");
    }

    private static void says(List<Article> articles, List<Announcement> announcements) {
        var intake = PORTAL.bean(ChangeIntake.class);
        intake.take(
                intake.cursor().orElse(null),
                new ChangePage(List.of(), List.of(), List.of(), articles, announcements, "k" + ++cursor, false));
    }

    private static Article article(String id, String title, Audience audience, @Nullable Instant until, long version) {
        return new Article(
                id,
                title,
                "Krótko o: " + title,
                "<h2>Kroki</h2><ol><li>Wejdź.</li></ol><p><img src=\"file:" + id + ".png\" alt=\"Okno\"></p>",
                "pl",
                List.of("Drukarki"),
                List.of("papier"),
                audience,
                null,
                until,
                List.of(),
                List.of(new FileRef(id + ".png", "okno.png", "image/png", 10)),
                EARLIER,
                EARLIER.plusSeconds(version),
                false,
                version);
    }

    @Test
    void anArticleIsSeenByItsAudienceOnly() {
        says(List.of(article("K-1", "Zacięty papier w Oriale", ORIALE, null, 1)), List.of());
        var anna = PORTAL.browser(ANNA);
        assertThat(anna.page("/knowledge/K-1").select("h1").text()).isEqualTo("Zacięty papier w Oriale");
        assertThat(anna.page("/knowledge?category=Drukarki").text()).contains("Zacięty papier w Oriale");
        assertThat(anna.page("/").text()).contains("Zacięty papier w Oriale");
        var ewa = PORTAL.browser(EWA);
        assertThat(ewa.get("/knowledge/K-1").statusCode()).isEqualTo(404);
        for (var path : List.of("/", "/knowledge")) {
            assertThat(ewa.get(path).body()).as(path).doesNotContain("Zacięty papier w Oriale");
        }
    }

    @Test
    void itsDatesAndItsWithdrawalCount() {
        says(List.of(article("K-2", "Stara drukarka", Audience.EVERYONE, EARLIER, 1)), List.of());
        var anna = PORTAL.browser(ANNA);
        assertThat(anna.get("/knowledge/K-2").statusCode()).isEqualTo(404);
        says(List.of(article("K-2", "Stara drukarka", Audience.EVERYONE, null, 2)), List.of());
        assertThat(anna.get("/knowledge/K-2").statusCode()).isEqualTo(200);
        says(List.of(article("K-2", "Dawna drukarka", Audience.EVERYONE, EARLIER, 1)), List.of());
        assertThat(anna.get("/knowledge/K-2").statusCode())
                .as("an older version changes nothing")
                .isEqualTo(200);
        var last = article("K-2", "Stara drukarka", Audience.EVERYONE, null, 3);
        says(
                List.of(new Article(
                        last.id(),
                        "",
                        "",
                        "",
                        null,
                        List.of(),
                        List.of(),
                        last.audience(),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        EARLIER,
                        EARLIER,
                        true,
                        3)),
                List.of());
        assertThat(anna.get("/knowledge/K-2").statusCode()).isEqualTo(404);
    }

    @Test
    void whoeverIsNamedSeesItAlsoWhenTheyArriveLater() {
        var forEwa = new Audience(false, false, List.of(), List.of(), List.of(EWA));
        says(List.of(article("K-3", "Tylko dla Ewy", forEwa, null, 1)), List.of());
        assertThat(PORTAL.browser(EWA).get("/knowledge/K-3").statusCode()).isEqualTo(200);
        assertThat(PORTAL.browser(ANNA).get("/knowledge/K-3").statusCode()).isEqualTo(404);
    }

    @Test
    void aVerdictGoesToThePlatformOnce() {
        says(List.of(article("K-4", "Pusty toner", Audience.EVERYONE, null, 1)), List.of());
        var anna = PORTAL.browser(ANNA);
        var page = anna.page("/knowledge/K-4");
        for (int twice = 0; twice < 2; twice++) {
            anna.submit(page, "/knowledge/K-4/verdict", Map.of("helped", "false", "reason", "Brak zdjęcia."));
        }
        var outbox = PORTAL.bean(Outbox.class);
        var verdicts = new java.util.ArrayList<NewVerdict>();
        for (var claim = outbox.claim(Destination.PLATFORM, java.time.Duration.ofMinutes(1));
                claim.isPresent();
                claim = outbox.claim(Destination.PLATFORM, java.time.Duration.ofMinutes(1))) {
            if (outbox.submission(claim.get()) instanceof NewVerdict verdict
                    && verdict.articleId().equals("K-4")) {
                verdicts.add(verdict);
            }
            outbox.delivered(claim.get(), new Delivered("x" + UUID.randomUUID(), "x" + UUID.randomUUID(), null));
        }
        assertThat(verdicts).singleElement().satisfies(verdict -> {
            assertThat(verdict.helped()).isFalse();
            assertThat(verdict.reason()).isEqualTo("Brak zdjęcia.");
            assertThat(verdict.writer().personId()).isEqualTo(ANNA);
        });
        assertThat(anna.page("/knowledge/K-4").select("#verdict").text()).contains("Twoja odpowiedź: nie");
    }

    @Test
    void withoutTheFeatureThereIsNoKnowledgeBase() {
        says(List.of(article("K-5", "Papier foto", Audience.EVERYONE, null, 1)), List.of());
        PORTAL.work(() -> PORTAL.jdbc().sql("""
                insert into access_line (level, person, feature, granted, changed_at, changed_by)
                select 'PERSON', id, 'knowledge', false, now(), 'test' from person where platform_id = ?""").param(EWA).update());
        try {
            var ewa = PORTAL.browser(EWA);
            assertThat(ewa.get("/knowledge/K-5").statusCode()).isEqualTo(404);
            assertThat(ewa.get("/knowledge").statusCode()).isEqualTo(404);
            assertThat(ewa.get("/").body()).doesNotContain("Papier foto", "/knowledge");
        } finally {
            PORTAL.work(() -> PORTAL.jdbc()
                    .sql("delete from access_line where level = 'PERSON' and feature = 'knowledge'")
                    .update());
        }
    }

    @Test
    void whatSolvesItBesideANewTicketIsCounted() {
        says(List.of(article("K-6", "Rejestrator temperatury nie drukuje", Audience.EVERYONE, null, 1)), List.of());
        var anna = PORTAL.browser(ANNA);
        var key = anna.page("/tickets/new").selectFirst("[data-solutions]").attr("data-key");
        var beside =
                anna.page("/knowledge/solutions?formKey=" + key + "&text=rejestrator%20temperatury%20nie%20drukuje");
        var link = beside.selectFirst("a[href^=/knowledge/K-6]").attr("href");
        var before = report();
        anna.submit(anna.page(link), "/knowledge/K-6/solution", Map.of());
        assertThat(report().solved()).isEqualTo(before.solved() + 1);
        assertThat(report().opened()).isEqualTo(before.opened() + 1);
        assertThat(report().articles()).anySatisfy(row -> {
            assertThat(row.id()).isEqualTo("K-6");
            assertThat(row.solved()).isEqualTo(1);
        });
        assertThat(anna.page("/knowledge/solutions?text=kwantowy%20flogiston").select("a"))
                .isEmpty();
    }

    @Test
    void aSolutionThatDidNotHelpIsNamedInTheTicketUnlessItIsTakenOut() {
        says(List.of(article("K-7", "Skaner <b>nie</b> skanuje", ORIALE, null, 1)), List.of());
        var anna = PORTAL.browser(ANNA);
        anna.submit(anna.page("/knowledge/K-7"), "/knowledge/K-7/verdict", Map.of("helped", "false", "reason", ""));
        var link = anna.page("/knowledge/K-7").select("#verdict-ticket").attr("href");
        var form = anna.page(link);
        assertThat(form.select("input[type=checkbox][name=read][checked]").attr("value"))
                .isEqualTo("K-7");
        assertThat(form.text()).contains("To rozwiązanie nie pomogło: Skaner <b>nie</b> skanuje");
        assertThat(written(anna, form, "Pierwsze", "", "K-7"))
                .isEqualTo(
                        "Opis\n\nTo rozwiązanie nie pomogło: Skaner <b>nie</b> skanuje\nhttp://localhost/knowledge/K-7");
        assertThat(written(anna, anna.page(link), "Drugie", ""))
                .as("the tick was taken away")
                .isEqualTo("Opis");
        var ewa = PORTAL.browser(EWA);
        assertThat(ewa.page("/tickets/new?read=K-7").select("[name=read]"))
                .as("not hers to read")
                .isEmpty();
        assertThat(written(ewa, ewa.page("/tickets/new?read=K-7"), "Trzecie", "", "K-7"))
                .isEqualTo("Opis");
    }

    /** What a new ticket says, sent with these values of the field {@code read}. */
    private static String written(Browser browser, Document form, String subject, String... read) {
        var fields = new java.util.ArrayList<Map.Entry<String, String>>();
        for (var hidden : form.select("form[action=/tickets] input[type=hidden]:not([name=read])")) {
            fields.add(Map.entry(hidden.attr("name"), hidden.attr("value")));
        }
        Map.of("subject", subject, "text", "Opis", "category", "hardware")
                .forEach((name, value) -> fields.add(Map.entry(name, value)));
        for (var value : read) {
            fields.add(Map.entry("read", value));
        }
        assertThat(browser.post("/tickets", fields, List.of()).statusCode()).isEqualTo(302);
        return PORTAL.inWork(() -> PORTAL.jdbc()
                .sql("select e.body from entry e join ticket t on t.id = e.ticket where t.subject = ?")
                .param(subject)
                .query(String.class)
                .single());
    }

    private static Deflections.Report report() {
        return PORTAL.bean(Deflections.class).since(EARLIER);
    }

    @Test
    void anOutageIsToldToItsAudienceAndFollowedOnce() {
        says(
                List.of(),
                List.of(new Announcement(
                        "N-1",
                        Announcement.Kind.OUTAGE,
                        "Poczta w Oriale nie działa",
                        "Szukamy przyczyny.",
                        "pl",
                        ORIALE,
                        EARLIER,
                        null,
                        false,
                        1)));
        var id = PORTAL.inWork(() -> PORTAL.jdbc()
                .sql("select id from announcement where platform_id = 'N-1'")
                .query(Long.class)
                .single());
        var anna = PORTAL.browser(ANNA);
        var page = anna.page("/announcements/" + id);
        assertThat(page.select("h1").text()).isEqualTo("Poczta w Oriale nie działa");
        anna.submit(page, "/announcements/" + id + "/following", Map.of("on", "true"));
        anna.submit(page, "/announcements/" + id + "/following", Map.of("on", "true"));
        assertThat(PORTAL.inWork(() -> PORTAL.jdbc()
                        .sql("select count(*) from announcement_follower where announcement = ?")
                        .param(id)
                        .query(Long.class)
                        .single()))
                .isEqualTo(1);
        assertThat(PORTAL.browser(EWA).get("/announcements/" + id).statusCode()).isEqualTo(404);
    }
}
