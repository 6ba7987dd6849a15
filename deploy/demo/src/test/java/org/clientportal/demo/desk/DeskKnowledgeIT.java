package org.clientportal.demo.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.demo.desk.Cast.CAST;
import static org.clientportal.itsm.ContractKnowledge.draft;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.clientportal.itsm.Announcement;
import org.clientportal.itsm.Announcement.Kind;
import org.clientportal.itsm.ContractFeed;
import org.clientportal.itsm.ItsmConnector;
import org.clientportal.itsm.Submission.NewVerdict;
import org.clientportal.itsm.http.Bridges;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A newcomer writes articles and announcements on the desk's pages, and reads what people said. */
class DeskKnowledgeIT {

    @TempDir
    Path data;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void aNewcomerPublishesEditsAndUnpublishesAnArticle() throws Exception {
        try (var desk = start(false)) {
            Cast.moveIn(desk.url());
            var itsm = connector(desk);
            var id = article(desk, "/articles", """
                    title=Jak połączyć się z VPN
                    summary=Krok po kroku.
                    html=<p><img src="file:okno.png" alt="Okno"></p>
                    language=pl
                    category=Sieć i VPN / VPN
                    keywords=praca zdalna, błąd 809
                    audience=organisation: Oriale
                    related=""", "okno.png");

            var made = new ContractFeed(itsm, null).readToEnd().article(id).orElseThrow();
            assertThat(made.category()).containsExactly("Sieć i VPN", "VPN");
            assertThat(made.keywords()).containsExactly("praca zdalna", "błąd 809");
            assertThat(made.audience().organisationIds()).containsExactly("o1");
            assertThat(made.audience().everyone()).isFalse();
            assertThat(made.html()).contains("file:" + made.files().getFirst().id());
            var page = Jsoup.parse(get(desk, "/articles/" + id).body());
            assertThat(page.select("textarea[name=html]").text()).contains("file:okno.png");
            assertThat(get(desk, page.select(".preview img").attr("src")).body())
                    .isEqualTo("png");

            article(desk, "/articles/" + id, """
                    title=VPN
                    html=<p>Bez obrazka</p>
                    audience=everyone
                    published=no""", "");
            var gone = new ContractFeed(itsm, null).readToEnd().article(id).orElseThrow();
            assertThat(gone.gone()).isTrue();
            assertThat(gone.html()).isEmpty();
            assertThat(gone.version()).isGreaterThan(made.version());
            assertThat(get(desk, "/articles?q=vpn").body()).contains("not published");
        }
    }

    @Test
    void reasonsStandOnTheArticlesPageAndNothingHostileRunsThere() throws Exception {
        try (var desk = start(false)) {
            var agent = Cast.moveIn(desk.url());
            var id = agent.publishes(draft(
                    "<script>x</script>", "<script>alert(1)</script><p onclick=\"x()\">Text</p><iframe src=\"x\">"));
            connector(desk).deliver(CAST.verdict(CAST.anna(), id, false, "<img src=x onerror=alert(1)> brak 809"));
            connector(desk).deliver(CAST.verdict(CAST.marek(), id, true, ""));

            var page = Jsoup.parse(get(desk, "/articles/" + id).body());

            assertThat(page.select("script, iframe, [onclick], [onerror]")).isEmpty();
            assertThat(page.select(".talk li")).hasSize(2);
            assertThat(page.select(".talk").text()).contains("Anna Wiśniewska", "Did not help", "brak 809", "Helped");
            assertThat(Jsoup.parse(get(desk, "/articles").body()).select("td").eachText())
                    .contains("1");
        }
    }

    @Test
    void anAnnouncementIsMadeAndEnded() throws Exception {
        try (var desk = start(false)) {
            Cast.moveIn(desk.url());
            var itsm = connector(desk);
            assertThat(post(
                                    desk,
                                    "/announcements",
                                    "application/x-www-form-urlencoded",
                                    "kind=OUTAGE&language=&from=&until=2037-01-02T03:04&audience=everyone&title="
                                            + URLEncoder.encode("Poczta nie działa", StandardCharsets.UTF_8)
                                            + "&text=a%0D%0A%0D%0Ab")
                            .statusCode())
                    .isEqualTo(303);

            var made = new ContractFeed(itsm, null).readToEnd();
            assertThat(made.announcements().values()).singleElement().satisfies(a -> {
                assertThat(a.kind()).isEqualTo(Kind.OUTAGE);
                assertThat(a.text()).isEqualTo("a\n\nb");
                assertThat(a.until()).isEqualTo("2037-01-02T02:04:00Z");
                assertThat(a.language()).isNull();
            });
            assertThat(get(desk, "/announcements").body()).contains("Poczta nie działa", "It is over");
            post(desk, "/announcements/n1/end", "application/x-www-form-urlencoded", "");
            assertThat(new ContractFeed(itsm, null).readToEnd().announcement("n1"))
                    .hasValueSatisfying(a -> assertThat(a.gone()).isTrue());
        }
    }

    @Test
    void everythingIsThereAfterTheDeskWasStoppedAndAKeyIsKnown() throws IOException {
        String id;
        NewVerdict verdict;
        try (var desk = start(false)) {
            var agent = Cast.moveIn(desk.url());
            id = agent.publishes(draft("Kept", "<p>Kept</p>"));
            verdict = CAST.verdict(CAST.anna(), id, false, "Kept as well");
            connector(desk).deliver(verdict);
            agent.announces(new Announcement(
                    "",
                    Kind.NEWS,
                    "Kept",
                    "",
                    "en",
                    org.clientportal.itsm.Audience.EVERYONE,
                    java.time.Instant.EPOCH,
                    null,
                    false,
                    0));
        }
        try (var desk = start(false)) {
            var itsm = connector(desk);
            assertThat(itsm.find(verdict)).isPresent();
            itsm.deliver(verdict);
            assertThat(new DeskAgent(desk.url()).verdicts(id)).hasSize(1);
            var feed = new ContractFeed(itsm, null).readToEnd();
            assertThat(feed.article(id)).isPresent();
            assertThat(feed.announcements()).hasSize(1);
        }
    }

    @Test
    void theSampleCrossesTheContractWithItsPictures() throws IOException {
        try (var desk = start(true)) {
            var itsm = connector(desk);
            var feed = new ContractFeed(itsm, null).readToEnd();

            assertThat(feed.articles()).hasSizeGreaterThanOrEqualTo(120);
            assertThat(feed.announcements()).hasSize(6);
            var picture = feed.articles().values().stream()
                    .flatMap(article -> article.files().stream())
                    .filter(file -> file.contentType().equals("image/png"))
                    .findFirst()
                    .orElseThrow();
            try (var in = itsm.openFile(picture.id())) {
                assertThat(in.readAllBytes()).hasSize((int) picture.size()).startsWith(0x89, 'P', 'N', 'G');
            }
        }
    }

    private Desk start(boolean sample) throws IOException {
        return Desk.start(new DeskArguments(0, data, "t", null, null, null, sample, false, false), Clock.systemUTC());
    }

    private static ItsmConnector connector(Desk desk) {
        return Bridges.connector(desk.url().resolve(ConnectorApi.PATH), "t");
    }

    /** Posts the form; says the article it leads to. */
    private String article(Desk desk, String path, String fields, String file) throws Exception {
        var form = new StringBuilder();
        fields.lines()
                .forEach(line -> form.append("--x\r\nContent-Disposition: form-data; name=\"")
                        .append(line, 0, line.indexOf('='))
                        .append("\"\r\n\r\n")
                        .append(line.substring(line.indexOf('=') + 1))
                        .append("\r\n"));
        form.append("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
                .append(file)
                .append("\"\r\nContent-Type: image/png\r\n\r\npng\r\n--x--\r\n");
        var answer = post(desk, path, "multipart/form-data; boundary=x", form.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow().replace("/articles/", "");
    }

    private HttpResponse<String> get(Desk desk, String path) throws Exception {
        return http.send(HttpRequest.newBuilder(desk.url().resolve(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(Desk desk, String path, String type, String body) throws Exception {
        var request = HttpRequest.newBuilder(desk.url().resolve(path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
