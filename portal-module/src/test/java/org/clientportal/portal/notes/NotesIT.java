package org.clientportal.portal.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.portal.RunningPortal.ANNA;
import static org.clientportal.portal.RunningPortal.EWA;
import static org.clientportal.portal.RunningPortal.MAREK;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.clientportal.itsm.ChangePage;
import org.clientportal.itsm.Entry.FileRef;
import org.clientportal.itsm.ItsmRejected;
import org.clientportal.itsm.Note;
import org.clientportal.itsm.Note.Read;
import org.clientportal.itsm.Person;
import org.clientportal.itsm.Submission.NewNoteRead;
import org.clientportal.portal.RunningPortal;
import org.clientportal.ports.ChangeIntake;
import org.clientportal.ports.FileIntake;
import org.clientportal.ports.FileIntake.Missing;
import org.clientportal.ports.Outbox;
import org.clientportal.ports.Outbox.Destination;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A note on its way to its readers, their mark on its way back, and what nobody else sees of it. */
class NotesIT {

    private static final RunningPortal PORTAL = RunningPortal.get();
    private static final Instant WRITTEN =
            Instant.now().minus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    private static int cursor;

    @BeforeAll
    static void everybodyHasNotes() {
        PORTAL.grantToAll("notes");
        PORTAL.grantToAll("tickets");
        PORTAL.platformTakes();
    }

    @BeforeEach
    void noNotes() {
        PORTAL.work(() -> PORTAL.jdbc().sql("delete from note").update());
        PORTAL.platformTakes();
    }

    @AfterAll
    static void nobodyHasNotes() {
        PORTAL.work(() -> {
            PORTAL.jdbc().sql("delete from access_line where feature = 'notes'").update();
            PORTAL.jdbc().sql("delete from note").update();
        });
    }

    private static void says(Note... notes) {
        says(List.of(), notes);
    }

    private static void says(List<Person> people, Note... notes) {
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
                        List.of(notes),
                        "n" + ++cursor,
                        false));
    }

    private static Note note(String id, String title, String html, long edition, long version, String... readers) {
        return new Note(
                id,
                title,
                html,
                List.of(readers),
                "Katarzyna Mazur",
                List.of(),
                WRITTEN,
                WRITTEN.plusSeconds(edition - 1),
                edition,
                List.of(),
                false,
                version);
    }

    private static Note gone(String id, long version) {
        return new Note(id, "", "", List.of(), "", List.of(), WRITTEN, WRITTEN, 1, List.of(), true, version);
    }

    private static List<NewNoteRead> marks() {
        return PORTAL.platformTakes().stream()
                .filter(NewNoteRead.class::isInstance)
                .map(NewNoteRead.class::cast)
                .toList();
    }

    @Test
    void aReaderFindsItEverywhereAndOthersNowhere() {
        says(note("2001", "Segregator Anny", "<p>Zielony <b>kabel</b></p>", 1, 1, ANNA));
        var anna = PORTAL.browser(ANNA);

        assertThat(anna.page("/").text()).contains("Segregator Anny");
        assertThat(anna.page("/notes").select(".row.unread").text()).contains("Segregator Anny", "Katarzyna Mazur");
        assertThat(anna.page("/search?q=segregator").text()).contains("Segregator Anny");
        assertThat(anna.page("/search?q=kabel").text()).contains("Segregator Anny");
        var page = anna.page("/notes/2001");
        assertThat(page.select("h1").text()).isEqualTo("Segregator Anny");
        assertThat(page.select(".prose").html()).contains("Zielony <b>kabel</b>");
        for (var who : List.of(MAREK, EWA)) {
            var other = PORTAL.browser(who);
            assertThat(other.get("/notes/2001").statusCode()).isEqualTo(404);
            for (var path : List.of("/", "/notes", "/notes?before=2001", "/search?q=segregator", "/search?q=kabel")) {
                assertThat(other.get(path).body()).as(path).doesNotContain("Segregator Anny");
            }
        }
        assertThat(marks()).hasSize(1);
    }

    @Test
    void openingItIsReadingItAndSupportHearsOfItOnce() {
        says(note("2002", "Do przeczytania", "<p>Raz</p>", 4, 7, ANNA, MAREK));
        var anna = PORTAL.browser(ANNA);

        anna.page("/notes/2002");
        anna.page("/notes/2002");

        assertThat(marks()).singleElement().satisfies(mark -> {
            assertThat(mark.noteId()).isEqualTo("2002");
            assertThat(mark.edition()).isEqualTo(4);
            assertThat(mark.writer().personId()).isEqualTo(ANNA);
            assertThat(mark.writtenAt()).isBetween(Instant.now().minusSeconds(60), Instant.now());
        });
        assertThat(anna.page("/notes").select(".row.unread").text()).doesNotContain("Do przeczytania");
        assertThat(anna.page("/").text()).doesNotContain("Do przeczytania");
        // each reads for themselves
        assertThat(PORTAL.browser(MAREK).page("/notes").select(".row.unread").text())
                .contains("Do przeczytania");
        PORTAL.browser(MAREK).page("/notes/2002");
        assertThat(marks())
                .singleElement()
                .satisfies(mark -> assertThat(mark.writer().personId()).isEqualTo(MAREK));
    }

    @Test
    void inTwoWindowsAtTheSameMomentItIsReadOnce() throws Exception {
        says(note("2003", "W dwóch oknach", "<p>Raz</p>", 1, 1, ANNA));
        var one = PORTAL.browser(ANNA);
        var other = PORTAL.browser(ANNA);

        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> calls = java.util.stream.IntStream.range(0, 16)
                    .<Callable<Integer>>mapToObj(i ->
                            () -> (i % 2 == 0 ? one : other).get("/notes/2003").statusCode())
                    .toList();
            for (var done : threads.invokeAll(calls)) {
                assertThat(done.get()).isEqualTo(200);
            }
        }

        assertThat(marks()).hasSize(1);
    }

    @Test
    void aChangeSinceItWasReadIsSaidAndReadAnew() {
        says(note("2004", "Zmienna", "<p>Stare</p>", 1, 1, ANNA));
        var anna = PORTAL.browser(ANNA);
        assertThat(anna.page("/notes/2004").select(".notice").text()).isEmpty();
        marks();

        says(note("2004", "Zmienna", "<p>Nowe</p>", 2, 2, ANNA));

        assertThat(anna.page("/notes").select(".row.unread .pill").text()).contains("Zmieniona");
        var changed = anna.page("/notes/2004");
        assertThat(changed.select(".notice").text()).contains("zmieniła się");
        assertThat(changed.select(".prose").text()).isEqualTo("Nowe");
        assertThat(marks())
                .singleElement()
                .satisfies(mark -> assertThat(mark.edition()).isEqualTo(2));
        assertThat(anna.page("/notes/2004").select(".notice").text()).isEmpty();
        // what comes late and old changes nothing
        says(note("2004", "Zmienna", "<p>Stare</p>", 1, 1, ANNA));
        assertThat(anna.page("/notes/2004").select(".prose").text()).isEqualTo("Nowe");
    }

    @Test
    void whatIsWithdrawnOrTakenAwayIsNotThereAnyMore() {
        says(
                note("2005", "Wycofana", "<p>Sekret</p>", 1, 1, ANNA),
                note("2006", "Przekazana", "<p>Sekret</p>", 1, 1, ANNA));
        var anna = PORTAL.browser(ANNA);
        assertThat(anna.get("/notes/2005").statusCode()).isEqualTo(200);
        marks();

        says(gone("2005", 2), note("2006", "Przekazana", "<p>Sekret</p>", 1, 2, MAREK));

        for (var path : List.of("/notes/2005", "/notes/2006")) {
            assertThat(anna.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(anna.page("/search?q=sekret").text()).doesNotContain("Wycofana", "Przekazana");
        assertThat(PORTAL.browser(MAREK).page("/notes/2006").text()).contains("Sekret");
        assertThat(marks()).hasSize(1);
        assertThat(PORTAL.inWork(() -> PORTAL.jdbc()
                        .sql("select html || title from note where platform_id = '2005'")
                        .query(String.class)
                        .single()))
                .isEmpty();
    }

    @Test
    void wordsOfAgentsAreMadeSafe() {
        says(note(
                "2007",
                "<script>alert(1)</script> tytuł",
                "<p onclick='x()'>A<script>alert(2)</script><img src='https://elsewhere.example/x.png'>"
                        + "<a href='javascript:alert(3)'>b</a><form action='/tickets'><input name='subject'></form>"
                        + "<style>p{display:none}</style><iframe src='https://elsewhere.example'></iframe></p><h1>Nagłówek</h1>",
                1,
                1,
                ANNA));

        var page = PORTAL.browser(ANNA).page("/notes/2007");

        var prose = page.select(".prose");
        assertThat(prose.select("script, img, form, input, style, iframe, [onclick], a[href]"))
                .isEmpty();
        assertThat(page.select("h1").text()).isEqualTo("<script>alert(1)</script> tytuł");
        assertThat(prose.text()).contains("A", "Nagłówek");
        marks();
    }

    @Test
    void itsFilesAreForItsReadersAndItsRemovedFilesForNobody() {
        var files = List.of(
                new FileRef("2008-a", "Schemat.pdf", "application/pdf", 10),
                new FileRef("2008-b", "strona.html", "text/html", 10));
        var plain = note("2008", "Z plikami", "<p>Pliki</p>", 1, 1, ANNA);
        says(with(plain, files, 1));
        PORTAL.inWork(() -> PORTAL.jdbc()
                        .sql("select id, platform_id from attachment where platform_id like '2008-%'")
                        .query((row, number) -> new Missing(row.getString(1), row.getString(2)))
                        .list())
                .forEach(file -> PORTAL.bean(FileIntake.class).store(file, new ByteArrayInputStream(new byte[10])));
        var anna = PORTAL.browser(ANNA);
        var links = anna.page("/notes/2008").select("a.chip").eachAttr("href");
        marks();

        assertThat(links).hasSize(2);
        for (var link : links) {
            assertThat(anna.get(link).statusCode()).isEqualTo(200);
            assertThat(anna.get(link).headers().firstValue("Content-Security-Policy"))
                    .hasValue("default-src 'none'; sandbox");
            assertThat(PORTAL.browser(MAREK).get(link).statusCode()).isEqualTo(404);
            assertThat(PORTAL.stranger().get(link).statusCode()).isEqualTo(302);
            // by way of another door
            assertThat(anna.get("/attachments/" + link.substring(link.lastIndexOf('/') + 1))
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(anna.get(links.getLast())
                        .headers()
                        .firstValue("Content-Disposition")
                        .orElseThrow())
                .startsWith("attachment");
        says(with(plain, List.of(files.getFirst()), 2));
        assertThat(anna.get(links.getLast()).statusCode()).isEqualTo(404);
        marks();
    }

    private static Note with(Note n, List<FileRef> files, long version) {
        return new Note(
                n.id(),
                n.title(),
                n.html(),
                n.personIds(),
                n.author(),
                files,
                n.writtenAt(),
                n.changedAt(),
                version,
                n.reads(),
                false,
                version);
    }

    @Test
    void whatWasReadBeforeThisDatabaseWasMadeIsRead() {
        var read = new Read(ANNA, 3, WRITTEN.plusSeconds(600), "0c6f2d1e-6f0a-4a53-9d7e-2b1c5a9c7e11");
        var plain = note("2009", "Przeczytana dawno", "<p>x</p>", 3, 9, ANNA);
        says(new Note(
                plain.id(),
                plain.title(),
                plain.html(),
                plain.personIds(),
                plain.author(),
                List.of(),
                WRITTEN,
                WRITTEN,
                3,
                List.of(read),
                false,
                9));
        var anna = PORTAL.browser(ANNA);

        assertThat(anna.page("/notes").select(".row.unread").text()).doesNotContain("Przeczytana dawno");
        anna.page("/notes/2009");

        assertThat(marks()).isEmpty();
    }

    @Test
    void whoeverOnlyLooksOrFetchesAheadReadsNothing() {
        says(note("2010", "Nieotwarta", "<p>x</p>", 1, 1, ANNA));
        var anna = PORTAL.browser(ANNA);

        assertThat(anna.get("/notes/2010", "Sec-Purpose", "prefetch;prerender").statusCode())
                .isEqualTo(200);

        assertThat(anna.send("HEAD", "/notes/2010").statusCode()).isEqualTo(200);

        assertThat(marks()).isEmpty();
        assertThat(anna.page("/notes").select(".row.unread").text()).contains("Nieotwarta");
    }

    @Test
    void nobodyHasReadWhatIsStillToComeAndATitleIsOneLine() {
        var plain = note("2020", " Dwie\n linie ", "<p>x</p>", 1, 1, ANNA);
        says(new Note(
                plain.id(),
                plain.title(),
                plain.html(),
                plain.personIds(),
                "",
                List.of(),
                WRITTEN,
                WRITTEN,
                1,
                List.of(new Read(ANNA, 999_999_999, WRITTEN, null)),
                false,
                1));
        says(note("2021", " ", "<p>Bez tytułu, za to ze słowami</p>", 1, 1, ANNA));

        assertThat(PORTAL.browser(ANNA).page("/notes").select(".row.unread a").eachText())
                .containsExactlyInAnyOrder("Dwie linie", "Bez tytułu, za to ze słowami");
    }

    @Test
    void somebodyWhomTheRegisterDoesNotKnowYetFindsItOnArrival() {
        says(note("2011", "Dla nowej osoby", "<p>x</p>", 1, 1, "newcomer-2011"));
        assertThat(PORTAL.inWork(() -> PORTAL.jdbc()
                        .sql(
                                "select count(*) from note_reader r join note n on n.id = r.note where n.platform_id = '2011'")
                        .query(Long.class)
                        .single()))
                .isZero();

        says(List.of(new Person(
                "newcomer-2011",
                Person.Kind.EMPLOYEE,
                "Nowa Osoba",
                List.of("nowa.2011@oriale.example"),
                null,
                Person.PortalAccess.UNSET,
                null,
                "pl",
                "Europe/Warsaw",
                true,
                1,
                List.of())));

        assertThat(PORTAL.inWork(
                        () -> PORTAL.jdbc().sql("""
                                select p.platform_id from note_reader r join note n on n.id = r.note join person p on r.scope = 'a:p:' || p.id
                                where n.platform_id = '2011'""").query(String.class).list()))
                .containsExactly("newcomer-2011");
    }

    @Test
    void aMarkThatThePlatformRefusesIsParkedAndTheNoteStaysRead() {
        says(note("2012", "Zniknie po drodze", "<p>x</p>", 1, 1, ANNA));
        var anna = PORTAL.browser(ANNA);
        anna.page("/notes/2012");
        var outbox = PORTAL.bean(Outbox.class);
        var claim = outbox.claim(Destination.PLATFORM, java.time.Duration.ofMinutes(1))
                .orElseThrow();
        outbox.submission(claim);

        outbox.park(claim, ItsmRejected.Reason.GONE, "note 2012");

        assertThat(anna.page("/notes").select(".row.unread").text()).doesNotContain("Zniknie po drodze");
        assertThat(PORTAL.inWork(() -> PORTAL.jdbc()
                        .sql(
                                "select r.delivery || ' ' || r.failure from note_read r join note n on n.id = r.note where n.platform_id = '2012'")
                        .query(String.class)
                        .single()))
                .isEqualTo("FAILED GONE");
    }

    @Test
    void withoutTheFeatureThereIsNothing() {
        says(note("2013", "Bez prawa", "<p>x</p>", 1, 1, EWA));
        PORTAL.work(() -> PORTAL.jdbc()
                .sql("delete from access_line where feature = 'notes'")
                .update());
        try {
            var ewa = PORTAL.browser(EWA);
            assertThat(ewa.get("/notes").statusCode()).isIn(403, 404);
            assertThat(ewa.get("/notes/2013").statusCode()).isIn(403, 404);
            assertThat(ewa.get("/").body()).doesNotContain("Bez prawa").doesNotContain("/notes");
            assertThat(ewa.get("/search?q=prawa").body()).doesNotContain("Bez prawa");
        } finally {
            PORTAL.grantToAll("notes");
        }
    }

    @Test
    void aLongListGoesOnPageByPage() {
        says(java.util.stream.IntStream.range(0, 35)
                .mapToObj(i -> note("22" + (10 + i), "Seria " + (10 + i), "<p>x</p>", i + 1, 1, MAREK))
                .toArray(Note[]::new));
        var marek = PORTAL.browser(MAREK);

        var first = marek.page("/notes");
        var older = first.select(".paging a[rel=next]").attr("href");
        var second = marek.page(older);

        assertThat(first.select(".row a").eachText()).contains("Seria 44").hasSize(30);
        assertThat(second.select(".row a").eachText())
                .contains("Seria 10")
                .doesNotContainAnyElementsOf(first.select(".row a").eachText());
        assertThat(second.select(".paging a[rel=next]")).isEmpty();
    }
}
