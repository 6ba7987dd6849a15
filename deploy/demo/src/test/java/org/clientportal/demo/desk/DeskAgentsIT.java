package org.clientportal.demo.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.clientportal.demo.desk.Cast.CAST;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import org.clientportal.itsm.Entry;
import org.clientportal.itsm.Entry.Role;
import org.clientportal.itsm.ItsmConnector;
import org.clientportal.itsm.Submission.Wish;
import org.clientportal.itsm.http.Bridges;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who answers on the desk: the automatic agent, and a newcomer at the page. */
class DeskAgentsIT {

    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    Path data;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void theAutomaticAgentAnswersEachWordOnceAndStopsByItself() throws IOException {
        try (var desk = start(Duration.ZERO, null, false)) {
            Cast.moveIn(desk.url());
            var itsm = connector(desk);
            var ticketId =
                    itsm.deliver(CAST.ticket(CAST.anna(), "Help", "Text")).ticketId();
            await().atMost(SOON).until(() -> supportReplies(itsm, ticketId) == 1);
            for (int i = 2; i <= AutoAgent.MOST; i++) {
                int expected = i;
                itsm.deliver(CAST.reply(CAST.anna(), ticketId, "An automatic reply, again"));
                await().atMost(SOON).until(() -> supportReplies(itsm, ticketId) == expected);
            }

            itsm.deliver(CAST.reply(CAST.anna(), ticketId, "One too many"));
            var other = itsm.deliver(CAST.ticket(CAST.anna(), "Later", "Text")).ticketId();

            // the agent works in order: when the later one is answered, the one before was passed over
            await().atMost(SOON).until(() -> supportReplies(itsm, other) == 1);
            assertThat(supportReplies(itsm, ticketId)).isEqualTo(AutoAgent.MOST);
        }
    }

    @Test
    void theAutomaticAgentLeavesAClosedTicketAlone() throws IOException {
        try (var desk = start(Duration.ZERO, null, false)) {
            Cast.moveIn(desk.url());
            var itsm = connector(desk);
            var ticketId =
                    itsm.deliver(CAST.ticket(CAST.anna(), "Help", "Text")).ticketId();
            await().atMost(SOON).until(() -> supportReplies(itsm, ticketId) == 1);
            itsm.deliver(CAST.wish(CAST.anna(), ticketId, Wish.CLOSE));
            var other = itsm.deliver(CAST.ticket(CAST.anna(), "Later", "Text")).ticketId();

            await().atMost(SOON).until(() -> supportReplies(itsm, other) == 1);
            assertThat(supportReplies(itsm, ticketId)).isEqualTo(1);
        }
    }

    @Test
    void whatNobodyAnsweredBeforeTheDeskStoppedIsTakenUpAgain() throws IOException {
        String ticketId;
        try (var desk = start(null, null, false)) {
            Cast.moveIn(desk.url());
            ticketId = connector(desk)
                    .deliver(CAST.ticket(CAST.anna(), "Help", "Text"))
                    .ticketId();
        }
        try (var desk = start(Duration.ZERO, null, false)) {
            var itsm = connector(desk);
            await().atMost(SOON).until(() -> supportReplies(itsm, ticketId) == 1);
        }
    }

    @Test
    void aChangeWakesThePortal() throws IOException {
        var heard = new CopyOnWriteArrayList<String>();
        var portal = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        portal.createContext("/hooks/platform", exchange -> {
            heard.add(exchange.getRequestMethod() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        portal.start();
        var hook = URI.create("http://127.0.0.1:" + portal.getAddress().getPort() + "/hooks/platform");
        try (var desk = start(null, hook, false)) {
            Cast.moveIn(desk.url());
            await().atMost(SOON).until(() -> heard.contains("POST Bearer wake"));
        } finally {
            portal.stop(0);
        }
    }

    @Test
    void theHostileTicketsDoNothingOnTheAgentsPage() throws Exception {
        try (var desk = start(null, null, true)) {
            var tickets = tools.jackson.databind.json.JsonMapper.shared()
                    .readTree(new DeskAgent(desk.url()).get("/agent/tickets"));
            int seen = 0;
            for (var ticket : tickets) {
                if (ticket.path("requesterId").asString().equals("p36")) {
                    var page = Jsoup.parse(
                            get(desk, "/tickets/" + ticket.path("id").asString())
                                    .body());
                    assertThat(page.select("script, iframe, svg, style, [onerror], [onclick], form[action^=http]"))
                            .isEmpty();
                    assertThat(page.select("a[href^=javascript]")).isEmpty();
                    assertThat(page.select("h1 bdi").text()).isNotBlank();
                    seen++;
                }
            }
            assertThat(seen).isEqualTo(10);
            assertThat(get(desk, "/?status=all&q=script").statusCode()).isEqualTo(200);
            assertThat(get(desk, "/people").body()).contains("&lt;qa&gt;");
        }
    }

    @Test
    void aNewcomerAnswersWithAFileAndMarksWhatIsInternal() throws Exception {
        try (var desk = start(null, null, false)) {
            Cast.moveIn(desk.url());
            var itsm = connector(desk);
            var ticketId =
                    itsm.deliver(CAST.ticket(CAST.anna(), "Help", "Text")).ticketId();
            var form = """
                    --x\r
                    Content-Disposition: form-data; name="text"\r
                    \r
                    Proszę spojrzeć\r
                    --x\r
                    Content-Disposition: form-data; name="status"\r
                    \r
                    pending\r
                    --x\r
                    Content-Disposition: form-data; name="file"; filename="żółw.txt"\r
                    Content-Type: text/plain\r
                    \r
                    a
                    --x-not-the-end\r
                    \r
                    --x--\r
                    """;
            assertThat(post(desk, "/tickets/" + ticketId + "/entries", "multipart/form-data; boundary=x", form))
                    .isEqualTo(303);
            assertThat(post(
                            desk,
                            "/tickets/" + ticketId + "/entries",
                            "multipart/form-data; boundary=x",
                            form.replace("name=\"status\"", "name=\"kind\"").replace("pending", "note")))
                    .isEqualTo(303);

            var ticket = itsm.ticket(ticketId).orElseThrow();
            assertThat(ticket.statusId()).isEqualTo("pending");
            assertThat(ticket.entries()).hasSize(2);
            var answer = ticket.entries().getLast();
            assertThat(answer.text()).isEqualTo("Proszę spojrzeć");
            assertThat(answer.files())
                    .singleElement()
                    .satisfies(f -> assertThat(f.name()).isEqualTo("żółw.txt"));
            try (var in = itsm.openFile(answer.files().getFirst().id())) {
                assertThat(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                        .isEqualTo("a\n--x-not-the-end\r\n");
            }
        }
    }

    @Test
    void otherSitesInTheSameBrowserAreKeptAway() throws Exception {
        try (var desk = start(null, null, false)) {
            var agent = Cast.moveIn(desk.url());
            var foreign = HttpRequest.newBuilder(desk.url().resolve("/people/p1"))
                    .header("Origin", "https://evil.example")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("what=access&access=OFF"))
                    .build();

            assertThat(http.send(foreign, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(403);
            assertThat(agent.get("/agent/people")).contains("UNSET").doesNotContain("OFF");
        }
    }

    private Desk start(Duration autoAgent, URI webhook, boolean sample) throws IOException {
        return Desk.start(
                new DeskArguments(0, data, "t", webhook, "wake", autoAgent, sample, false, false), Clock.systemUTC());
    }

    private static ItsmConnector connector(Desk desk) {
        return Bridges.connector(desk.url().resolve(ConnectorApi.PATH), "t");
    }

    private static long supportReplies(ItsmConnector itsm, String ticketId) {
        return itsm.ticket(ticketId).orElseThrow().entries().stream()
                .filter(entry -> entry.author().role() == Role.SUPPORT && entry.kind() == Entry.Kind.REPLY)
                .count();
    }

    private HttpResponse<String> get(Desk desk, String path) throws Exception {
        return http.send(HttpRequest.newBuilder(desk.url().resolve(path)).build(), BodyHandlers.ofString());
    }

    private int post(Desk desk, String path, String type, String body) throws Exception {
        var request = HttpRequest.newBuilder(desk.url().resolve(path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }
}
