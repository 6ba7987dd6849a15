package org.clientportal.portal.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.portal.RunningPortal.ANNA;
import static org.clientportal.portal.RunningPortal.EWA;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.clientportal.itsm.Entry;
import org.clientportal.portal.Browser;
import org.clientportal.portal.Browser.Chosen;
import org.clientportal.portal.RunningPortal;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Anna reads, writes and answers; Ewa of another firm sees nothing of it; nothing typed is lost. */
class TicketPagesIT {

    private final RunningPortal portal = RunningPortal.get();
    private final Browser anna = portal.browser(ANNA);
    private final Browser ewa = portal.browser(EWA);

    @Test
    void aTicketOfThePlatformIsReadByItsRequesterAndByNobodyElse() {
        portal.platformSays(portal.ticket(
                "500",
                "Drukarka <script>alert(1)</script>",
                "pending",
                ANNA,
                RunningPortal.entry("500-e1", 1, Entry.Kind.REPLY, RunningPortal.support(), "Która drukarka?")));

        assertThat(anna.page("/tickets?query=Drukarka+alert").text()).contains("Drukarka <script>", "500");
        var page = anna.page("/tickets/500");
        assertThat(page.text()).contains("Która drukarka?", "Czekamy na Twoją odpowiedź");
        assertThat(page.select("script:not([src])")).isEmpty();

        assertThat(ewa.page("/tickets?query=Drukarka+alert").text()).doesNotContain("Drukarka <script>");
        assertThat(ewa.get("/tickets/500").statusCode()).isEqualTo(404);
    }

    @Test
    void aNewTicketIsThereAtOnceAndGoesToThePlatformOnce() {
        var form = anna.page("/tickets/new");
        var values = Map.of(
                "subject",
                "VPN rozłącza się",
                "text",
                "Co 5 minut.\nZawsze.",
                "category",
                "network",
                "priority",
                "normal");
        var file = new Chosen("files", "zażółć.txt", "text/plain", "gęślą".getBytes(StandardCharsets.UTF_8));

        var first = anna.submit(form, "/tickets", values, file);
        var second = anna.submit(form, "/tickets", values, file);

        assertThat(first.statusCode()).isEqualTo(302);
        var url = path(first.headers().firstValue("Location").orElseThrow());
        assertThat(path(second.headers().firstValue("Location").orElseThrow())).isEqualTo(url);
        var page = anna.page(url);
        assertThat(page.text()).contains("VPN rozłącza się", "Co 5 minut.", "zażółć.txt", "Wysyłamy…");
        assertThat(countOf("ticket", "subject = 'VPN rozłącza się'")).isEqualTo(1);
        var attachment = page.selectFirst("a[href^=/attachments/]").attr("href");
        assertThat(anna.get(attachment).body()).isEqualTo("gęślą");
        assertThat(ewa.get(attachment).statusCode()).isEqualTo(404);
    }

    @Test
    void aRefusedFormKeepsTextAndFiles() {
        var values = new HashMap<>(Map.of("subject", "", "text", "Długi opis", "category", "network"));
        var answer = anna.submit(
                anna.page("/tickets/new"),
                "/tickets",
                values,
                new Chosen("files", "zrzut.png", "image/png", new byte[] {1, 2, 3}),
                new Chosen("files", "wirus.exe", "application/x-msdownload", new byte[] {1}));

        assertThat(answer.statusCode()).isEqualTo(422);
        var page = Jsoup.parse(answer.body());
        assertThat(page.title()).startsWith("Błąd:");
        assertThat(page.text()).contains("Napisz tytuł", "zrzut.png", "wirus.exe");
        assertThat(page.selectFirst("textarea[name=text]").text()).isEqualTo("Długi opis");

        values.put("subject", "Teraz z tytułem");
        var sent = anna.submit(page, "/tickets", values);
        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(anna.page(path(sent.headers().firstValue("Location").orElseThrow()))
                        .text())
                .contains("zrzut.png")
                .doesNotContain("wirus.exe");
    }

    @Test
    void aStaleTokenKeepsWhatWasTyped() {
        var form = anna.page("/tickets/new");
        var answer = anna.submit(form, "/tickets", Map.of("_csrf", "stale", "subject", "Stary token", "text", "Treść"));

        var again = path(answer.headers().firstValue("Location").orElseThrow());
        assertThat(again).startsWith("/tickets/new/plain?draft=");
        assertThat(anna.page(again).selectFirst("input[name=subject]").attr("value"))
                .isEqualTo("Stary token");
    }

    @Test
    void anEndedSessionKeepsWhatWasTypedForTheSamePersonOnly() {
        var form = anna.page("/tickets/new");
        anna.forget("portal_session");
        var answer = anna.submit(form, "/tickets", Map.of("subject", "Po przerwie", "text", "Treść"));
        assertThat(answer.headers().firstValue("Location").map(TicketPagesIT::path))
                .hasValue("/signed-out?text");

        var rescue = anna.cookie("portal_rescue");
        assertThat(rescue).isNotEmpty();
        ewa.take("portal_rescue", rescue);
        assertThat(path(ewa.get("/drafts/rescued")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow()))
                .isEqualTo("/");

        var back = portal.browser(ANNA);
        back.take("portal_rescue", rescue);
        var restored = path(
                back.get("/drafts/rescued").headers().firstValue("Location").orElseThrow());
        assertThat(back.page(restored).selectFirst("input[name=subject]").attr("value"))
                .isEqualTo("Po przerwie");
    }

    @Test
    void tenThousandLinesArrive() {
        var text = "linia ąęść\n".repeat(10_000).strip();
        var sent = anna.submit(
                anna.page("/tickets/new"),
                "/tickets",
                Map.of("subject", "Długi dziennik", "text", text, "category", "network"));
        assertThat(sent.statusCode()).isEqualTo(302);
        var stored = portal.inWork(() -> portal.jdbc()
                .sql("select e.body from entry e join ticket t on t.id = e.ticket where t.subject = 'Długi dziennik'")
                .query(String.class)
                .single());
        assertThat(stored).isEqualTo(text);
    }

    @Test
    void agentsHtmlIsMadeSafe() {
        portal.platformSays(portal.ticket(
                "501",
                "HTML",
                "open",
                ANNA,
                new Entry(
                        "501-e1",
                        1,
                        Entry.Kind.REPLY,
                        RunningPortal.support(),
                        java.time.Instant.now(),
                        "<p>Krok <b>pierwszy</b></p><script>alert(1)</script><img src=x onerror=alert(2)>"
                                + "<a href=\"javascript:alert(3)\">tu</a>",
                        true,
                        null,
                        null,
                        false,
                        List.of())));
        var html = anna.get("/tickets/501").body();
        assertThat(html).contains("<b>pierwszy</b>").doesNotContain("alert(1)", "onerror", "javascript:");
    }

    @Test
    void whatIsQuotedIsFoldedAndNothingIsLost() {
        portal.platformSays(portal.ticket(
                "502",
                "Cytaty",
                "open",
                ANNA,
                new Entry(
                        "502-e1",
                        1,
                        Entry.Kind.REPLY,
                        RunningPortal.support(),
                        java.time.Instant.parse("2026-11-20T08:00:01Z"),
                        "<p>Nowe</p><blockquote type=\"cite\" class=\"x\"><p>Stare <script>alert(1)</script></p></blockquote>",
                        true,
                        null,
                        null,
                        false,
                        List.of()),
                RunningPortal.entry(
                        "502-e2",
                        2,
                        Entry.Kind.REPLY,
                        RunningPortal.support(),
                        "Tekstem\n\nW dniu 20.11.2026 o 10:11, Anna pisze:\n> <b>cytat</b>")));

        var page = anna.page("/tickets/502");

        assertThat(page.select("details.quoted > summary").eachText())
                .containsExactly("Pokaż cytowany tekst", "Pokaż cytowany tekst");
        assertThat(page.select("details.quoted").eachText())
                .containsExactly(
                        "Pokaż cytowany tekst Stare",
                        "Pokaż cytowany tekst W dniu 20.11.2026 o 10:11, Anna pisze: > <b>cytat</b>");
        assertThat(page.select("details.quoted").eachAttr("id")).doesNotHaveDuplicates();
        page.select("details.quoted").remove();
        assertThat(page.select(".entry .prose").eachText()).containsExactly("Opis: Cytaty", "Nowe", "Tekstem");
    }

    @Test
    void aShortAnswerIsPutUnderWhatIsTypedAndSentByNobody() {
        portal.platformSays(portal.ticket(
                "503",
                "Pytanie",
                "pending",
                ANNA,
                RunningPortal.entry("503-e1", 1, Entry.Kind.REPLY, RunningPortal.support(), "Która drukarka?")));
        var page = anna.page("/tickets/503");
        var words = page.selectFirst("button[name=quick]").attr("value");
        assertThat(words).isEqualTo("Sprawdzę i dam znać.");

        var kept = anna.submit(page, "/tickets/503/replies", Map.of("text", "Ta na parterze.", "quick", words));

        var again = anna.page(path(kept.headers().firstValue("Location").orElseThrow()));
        assertThat(again.selectFirst("textarea[name=text]").wholeText().strip())
                .isEqualTo("Ta na parterze.\nSprawdzę i dam znać.");
        assertThat(again.select(".entry")).hasSize(2);
        portal.platformSays(portal.ticket("504", "W toku", "open", ANNA));
        assertThat(anna.page("/tickets/504").select("button[name=quick]")).isEmpty();
    }

    @Test
    void theListsSearchFindsWordsInAnyFormWithinTheListOnly() {
        portal.platformSays(
                portal.ticket("6900", "Skaner kodów w magazynie", "open", ANNA),
                portal.ticket("6901", "Skanery na rampie", "closed", ANNA),
                portal.ticket("6902", "Skaner Ewy", "open", EWA));

        assertThat(subjects(anna.page("/tickets?query=skanerami")))
                .containsExactly("Skanery na rampie", "Skaner kodów w magazynie");
        assertThat(subjects(anna.page("/tickets?query=skanerami&tab=closed"))).containsExactly("Skanery na rampie");
        assertThat(subjects(anna.page("/tickets?query=6900"))).containsExactly("Skaner kodów w magazynie");
        assertThat(anna.get("/tickets/export?query=skanerami&tab=closed").body())
                .contains("Skanery na rampie")
                .doesNotContain("magazynie");
        // whoever has all of the words leaves out who has some
        assertThat(subjects(anna.page("/tickets?query=skaner+magazynie"))).containsExactly("Skaner kodów w magazynie");
        assertThat(subjects(anna.page("/tickets?query=zzzqqq"))).isEmpty();
    }

    @Test
    void pagesOfAListMeetWithoutGapOrRepetition() {
        var marek = portal.browser(RunningPortal.MAREK);
        for (int number = 0; number < 45; number++) {
            portal.platformSays(portal.ticket("6" + (100 + number), "Seria " + number, "open", RunningPortal.MAREK));
        }
        var seen = new java.util.ArrayList<String>();
        var page = marek.page("/tickets?query=Seria&tab=all");
        seen.addAll(subjects(page));
        for (var older = page.selectFirst("a[href*='after=']");
                older != null;
                older = page.selectFirst("a[href*='after=']")) {
            page = marek.page(older.attr("href"));
            seen.addAll(subjects(page));
        }
        assertThat(seen)
                .hasSize(45)
                .doesNotHaveDuplicates()
                .startsWith("Seria 44")
                .endsWith("Seria 0");

        var back = marek.page(page.selectFirst("a[href*='before=']").attr("href"));
        assertThat(subjects(back)).containsExactlyElementsOf(seen.subList(20, 40));
    }

    @Test
    void aListIsDownloadedWholeAsItIsNarrowedAndOpensAsASpreadsheet() throws java.io.IOException {
        var marek = portal.browser(RunningPortal.MAREK);
        for (int number = 0; number < 520; number++) {
            portal.platformSays(
                    portal.ticket("7" + (1000 + number), "Arkusz; \"" + number + "\"", "open", RunningPortal.MAREK));
        }
        portal.platformSays(portal.ticket("76000", "=1+1 Arkusz", "open", RunningPortal.MAREK));
        portal.platformSays(portal.ticket("76001", "Arkusz Anny", "open", RunningPortal.ANNA));

        var link = marek.page("/tickets?query=Arkusz&tab=all").selectFirst("a[href^=/tickets/export]");
        var answer = marek.get(link.attr("href"));

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .matches("attachment; filename=\"zgloszenia-[0-9-]{10}\\.csv\"");
        assertThat(answer.body())
                .startsWith("\uFEFFNumer;Temat;Stan;Zgłaszający;Prowadzi;Kategoria;Utworzono;Ostatnia zmiana\r\n");
        var rows = CSVParser.parse(
                        answer.body(),
                        CSVFormat.RFC4180.builder().setDelimiter(';').get())
                .getRecords();
        assertThat(rows).hasSize(1 + 521);
        assertThat(rows.get(1).get(1)).isEqualTo("'=1+1 Arkusz");
        assertThat(rows.get(2).get(1)).isEqualTo("Arkusz; \"519\"");
        assertThat(rows.get(2).get(3)).isEqualTo("Marek Nowak");
        assertThat(rows.subList(1, rows.size())).extracting(row -> row.get(0)).doesNotHaveDuplicates();
        assertThat(rows.getLast().get(1)).isEqualTo("Arkusz; \"0\"");
    }

    private static List<String> subjects(org.jsoup.nodes.Document page) {
        return page.select("main a[href^=/tickets/6]").eachText();
    }

    private long countOf(String table, String where) {
        return portal.inWork(() -> portal.jdbc()
                .sql("select count(*) from " + table + " where " + where)
                .query(Long.class)
                .single());
    }

    private static String path(String location) {
        return location.replaceFirst("^https?://[^/]+", "").replaceFirst("[?]said=[a-z-]+", "");
    }
}
