package org.clientportal.portal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.portal.RunningPortal.ANNA;
import static org.clientportal.portal.RunningPortal.EWA;
import static org.clientportal.portal.RunningPortal.MAREK;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.clientportal.itsm.Audience;
import org.clientportal.itsm.ChangePage;
import org.clientportal.itsm.Document;
import org.clientportal.itsm.Document.Version;
import org.clientportal.itsm.Entry.FileRef;
import org.clientportal.itsm.Person;
import org.clientportal.portal.RunningPortal;
import org.clientportal.ports.ChangeIntake;
import org.clientportal.ports.FileIntake;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Documents on their way from the platform to whoever they are meant for, and to nobody else. */
class DocumentsIT {

    private static final RunningPortal PORTAL = RunningPortal.get();
    private static final Audience ANNAS = people(ANNA);
    private static final Audience MAREKS = people(MAREK);
    private static final Instant FIRST = Instant.parse("2025-02-03T09:00:00Z");
    private static final long MONTH = 30 * 86_400L;
    private static int cursor;

    @BeforeAll
    static void everybodyHasDocuments() {
        PORTAL.grantToAll("documents");
    }

    @AfterAll
    static void nobodyHasDocuments() {
        PORTAL.work(() -> {
            PORTAL.jdbc()
                    .sql("delete from access_line where feature = 'documents'")
                    .update();
            PORTAL.jdbc().sql("delete from document").update();
        });
    }

    private static Audience people(String... ids) {
        return new Audience(false, false, List.of(), List.of(), List.of(ids));
    }

    private static void says(Document... documents) {
        says(List.of(), documents);
    }

    private static void says(List<Person> people, Document... documents) {
        var intake = PORTAL.bean(ChangeIntake.class);
        intake.take(
                intake.cursor().orElse(null),
                new ChangePage(
                        List.of(),
                        people,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(documents),
                        "d" + ++cursor,
                        false));
    }

    private static Document document(String id, String title, Audience audience, int versions, long version) {
        var all = new ArrayList<Version>();
        for (int number = 1; number <= versions; number++) {
            all.add(new Version(
                    number,
                    FIRST.plusSeconds(MONTH * 6 * number),
                    number == 1 ? "" : "Zmiana nr " + number,
                    new FileRef(id + "-f" + number, title + " " + number + ".pdf", "application/pdf", 12)));
        }
        return new Document(
                id, title, "Umowa", "Streszczenie " + title, audience, all, FIRST.plusSeconds(version), false, version);
    }

    private static Document gone(String id, long version) {
        return new Document(id, "", "", "", people(), List.of(), FIRST, true, version);
    }

    private static void content(String fileId, String text) {
        var id = PORTAL.inWork(() -> PORTAL.jdbc()
                .sql("select cast(id as text) from attachment where platform_id = ?")
                .param(fileId)
                .query(String.class)
                .single());
        PORTAL.bean(FileIntake.class)
                .store(
                        new FileIntake.Missing(id, fileId),
                        new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void whoeverItIsForSeesItEverywhereAndOthersNowhere() {
        says(document("2001", "Umowa Anny", ANNAS, 1, 1));
        var anna = PORTAL.browser(ANNA);

        for (var path : List.of("/documents", "/documents/2001", "/search?q=umowa+anny")) {
            assertThat(anna.page(path).select("main").text()).as(path).contains("Umowa Anny");
        }
        for (var other : List.of(MAREK, EWA)) {
            var browser = PORTAL.browser(other);
            for (var path :
                    List.of("/documents/2001", "/documents/2001/versions/1", "/documents/2001/versions/1/file")) {
                assertThat(browser.get(path).statusCode()).as(path).isEqualTo(404);
            }
            for (var path : List.of("/", "/documents", "/search?q=umowa+anny")) {
                assertThat(browser.get(path).body())
                        .as(path)
                        .doesNotContain("/documents/2001", "Streszczenie Umowa Anny");
            }
        }
        assertThat(PORTAL.stranger().get("/documents/2001").statusCode()).isEqualTo(302);
    }

    @Test
    void theNewestIsOnTopAndEarlierOnesAreReachable() {
        says(document("2002", "Regulamin", ANNAS, 2, 1));
        says(document("2002", "Regulamin", ANNAS, 3, 2));
        var anna = PORTAL.browser(ANNA);

        var page = anna.page("/documents/2002");

        assertThat(page.select(".head").text()).contains("Regulamin", "Wersja 3, od");
        assertThat(page.text()).contains("Zmiana nr 3", "Regulamin 3.pdf");
        assertThat(page.select(".versions li")).hasSize(2);
        var earlier = anna.page(page.selectFirst(".versions a").attr("href"));
        assertThat(earlier.text()).contains("To jest wersja 2", "Regulamin 2.pdf");
        assertThat(earlier.select("a[href=/documents/2002]")).isNotEmpty();
        assertThat(anna.get("/documents/2002/versions/4").statusCode()).isEqualTo(404);
        assertThat(anna.get("/documents/2002/versions/x").statusCode()).isEqualTo(404);
        says(document("2002", "Dawny stan", ANNAS, 1, 1));
        assertThat(anna.page("/documents/2002").select("h1").text()).isEqualTo("Regulamin");
    }

    @Test
    void itIsNewUntilItIsOpenedAndNewAgainWithANewVersion() {
        var recent = document("2003", "Świeże", ANNAS, 1, 1);
        var now = Instant.now();
        says(withVersions(recent, now.minusSeconds(3600)));
        var anna = PORTAL.browser(ANNA);
        assertThat(anna.page("/").text()).contains("Nowe dokumenty", "Świeże");

        anna.page("/documents/2003");

        assertThat(anna.page("/").text()).doesNotContain("Świeże");
        assertThat(anna.page("/documents?kind=Umowa").select("li.fresh a[href=/documents/2003]"))
                .isEmpty();
        says(new Document(
                recent.id(),
                recent.title(),
                recent.kind(),
                recent.summary(),
                ANNAS,
                List.of(
                        new Version(
                                1,
                                now.minusSeconds(3600),
                                "",
                                recent.versions().getFirst().file()),
                        new Version(2, now, "", new FileRef("2003-f2", "b.pdf", "application/pdf", 3))),
                now,
                false,
                2));
        assertThat(anna.page("/").text()).contains("Świeże", "wersja 2");
    }

    private static Document withVersions(Document document, Instant since) {
        return new Document(
                document.id(),
                document.title(),
                document.kind(),
                document.summary(),
                document.audience(),
                List.of(new Version(1, since, "", document.versions().getFirst().file())),
                since,
                false,
                document.version());
    }

    @Test
    void whomItIsForChangesAtOnceAndWhatIsTakenBackIsNowhere() {
        says(document("2004", "Przekazana", ANNAS, 1, 1));
        says(document("2004", "Przekazana", MAREKS, 1, 2));

        assertThat(PORTAL.browser(ANNA).get("/documents/2004").statusCode()).isEqualTo(404);
        assertThat(PORTAL.browser(MAREK).page("/documents/2004").select("h1").text())
                .isEqualTo("Przekazana");
        says(gone("2004", 3), gone("2999", 1));
        assertThat(PORTAL.browser(MAREK).get("/documents/2004").statusCode()).isEqualTo(404);
        assertThat(PORTAL.browser(MAREK).get("/documents/2004/versions/1/file").statusCode())
                .isEqualTo(404);
        assertThat(PORTAL.browser(MAREK)
                        .page("/search?q=przekazana")
                        .select("main")
                        .text())
                .doesNotContain("Umowa");
    }

    @Test
    void groupsOrganisationsAndEverybody() {
        PORTAL.work(() -> PORTAL.jdbc()
                .sql("insert into person_group (person, name) select id, 'kadry' from person where platform_id = ?"
                        + " on conflict do nothing")
                .param(MAREK)
                .update());
        says(
                document("2005", "Dla grupy", new Audience(false, false, List.of(), List.of("kadry"), List.of()), 1, 1),
                document(
                        "2006", "Dla firmy", new Audience(false, false, List.of("oriale"), List.of(), List.of()), 1, 1),
                document("2007", "Dla wszystkich", new Audience(true, true, List.of(), List.of(), List.of()), 1, 1));

        assertThat(PORTAL.browser(MAREK).page("/documents").text())
                .contains("Dla grupy", "Dla firmy", "Dla wszystkich");
        assertThat(PORTAL.browser(ANNA).page("/documents").text())
                .contains("Dla firmy", "Dla wszystkich")
                .doesNotContain("Dla grupy");
        assertThat(PORTAL.browser(EWA).page("/documents").text())
                .contains("Dla wszystkich")
                .doesNotContain("Dla grupy", "Dla firmy");
        assertThat(RunningPortal.openToAll().stranger().get("/documents/2007").statusCode())
                .isEqualTo(302);
    }

    @Test
    void whoeverArrivesLaterFindsWhatWasMeantForThem() {
        says(document("2008", "Na powitanie", people("p-przyszla"), 1, 1));
        says(List.of(new Person(
                "p-przyszla",
                Person.Kind.EMPLOYEE,
                "Przyszła Osoba",
                List.of("przyszla@oriale.example"),
                "oriale",
                Person.PortalAccess.UNSET,
                null,
                "pl",
                "Europe/Warsaw",
                true,
                1)));

        var rows = PORTAL.inWork(() -> PORTAL.jdbc().sql("""
                        select count(*) from document_reader r join document d on d.id = r.document
                          join person p on r.scope = 'a:p:' || p.id
                        where d.platform_id = '2008' and p.platform_id = 'p-przyszla'""").query(Long.class).single());
        assertThat(rows).isEqualTo(1);
    }

    @Test
    void aListIsNarrowedByKindAndYearAndGoesOnWhereItEnded() {
        var many = new ArrayList<Document>();
        for (int number = 0; number < 35; number++) {
            var one = document("21" + (10 + number), "Zaświadczenie " + number, MAREKS, 1, 1);
            many.add(new Document(
                    one.id(),
                    one.title(),
                    number % 2 == 0 ? "Zaświadczenie" : "Pismo",
                    "",
                    MAREKS,
                    List.of(new Version(
                            1,
                            Instant.parse(number < 5 ? "2022-12-31T23:30:00Z" : "2024-05-05T10:00:00Z"),
                            "",
                            one.versions().getFirst().file())),
                    FIRST,
                    false,
                    1));
        }
        says(many.toArray(Document[]::new));
        var marek = PORTAL.browser(MAREK);

        assertThat(marek.page("/documents?kind=Pismo").select("ul.rows li")).hasSize(17);
        // in Warsaw the new year had begun
        assertThat(marek.page("/documents?kind=Pismo&year=2023").select("ul.rows li"))
                .hasSize(2);
        assertThat(marek.page("/documents?kind=Pismo&year=2022").text()).contains("Nic nie pasuje");
        var first = marek.page("/documents");
        assertThat(first.select("nav.narrow-by a[href*=year]").eachText()).anyMatch(text -> text.startsWith("2024"));
        var seen = new ArrayList<>(first.select("ul.rows a.stretch").eachAttr("href"));
        var second = marek.page(first.selectFirst("a[rel=next]").attr("href"));
        seen.addAll(second.select("ul.rows a.stretch").eachAttr("href"));
        assertThat(seen).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(35);
        assertThat(marek.get("/documents?year=99999&before=none&kind=%00").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aDownloadHasTheRightNameTypeAndHeaders() {
        var odd = "Umowa \u202Efdp.exe\u0007 – żółć \"2\".pdf";
        var one = document("2009", "Umowa z nazwą", ANNAS, 1, 1);
        says(new Document(
                one.id(),
                one.title(),
                "",
                "",
                ANNAS,
                List.of(new Version(1, FIRST, "", new FileRef("2009-f", odd, "application/pdf", 12))),
                FIRST,
                false,
                1));
        content("2009-f", "%PDF-1.7 ...");

        var answer = PORTAL.browser(ANNA).get("/documents/2009/versions/1/file");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("%PDF-1.7 ...");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"Umowa fdp.exe - zolc 2.pdf\";"
                        + " filename*=UTF-8''Umowa%20fdp.exe%20%E2%80%93%20%C5%BC%C3%B3%C5%82%C4%87%202.pdf");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("sandbox", "default-src 'none'");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void whatIsNotWhatItSaysIsSentAsNothingABrowserKnows() {
        var types = List.of(
                new String[] {"application/pdf", "<html><script>alert(1)</script>"},
                new String[] {"image/svg+xml", "<svg onload=alert(1)>"},
                new String[] {"text/html;charset=utf-8", "<p>x</p>"},
                new String[] {"image/png", "GIF89a<script>"},
                new String[] {"application/xhtml+xml", "<html/>"},
                new String[] {"not a type", "x"});
        for (int number = 0; number < types.size(); number++) {
            var id = "22" + (10 + number);
            var one = document(id, "Plik " + number, ANNAS, 1, 1);
            says(new Document(
                    one.id(),
                    one.title(),
                    "",
                    "",
                    ANNAS,
                    List.of(new Version(1, FIRST, "", new FileRef(id + "-f", "plik", types.get(number)[0], -1))),
                    FIRST,
                    false,
                    1));
            content(id + "-f", types.get(number)[1]);

            var answer = PORTAL.browser(ANNA).get("/documents/" + id + "/versions/1/file");

            assertThat(answer.headers().firstValue("Content-Type"))
                    .as(types.get(number)[0])
                    .hasValue("application/octet-stream");
            assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                    .startsWith("attachment;");
            assertThat(answer.body()).isEqualTo(types.get(number)[1]);
        }
    }

    @Test
    void withoutTheFeatureThereIsNothing() {
        says(document("2010", "Bez zgody", ANNAS, 1, 1));
        PORTAL.work(() -> PORTAL.jdbc()
                .sql("delete from access_line where feature = 'documents'")
                .update());
        try {
            var anna = PORTAL.browser(ANNA);
            assertThat(anna.get("/documents/2010").statusCode()).isEqualTo(404);
            assertThat(anna.get("/documents").statusCode()).isEqualTo(404);
            assertThat(anna.get("/documents/2010/versions/1/file").statusCode()).isEqualTo(404);
            assertThat(anna.page("/").select("nav").text()).doesNotContain("Dokumenty");
            assertThat(anna.page("/search?q=zgody").select("main").text()).doesNotContain("Bez zgody");
        } finally {
            PORTAL.grantToAll("documents");
        }
    }
}
