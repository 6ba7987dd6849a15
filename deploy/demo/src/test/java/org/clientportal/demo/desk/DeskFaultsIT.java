package org.clientportal.demo.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.clientportal.demo.desk.Cast.CAST;
import static org.clientportal.itsm.ContractAssets.asset;
import static org.clientportal.itsm.ContractDocuments.document;
import static org.clientportal.itsm.ContractNotes.note;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.clientportal.itsm.Announcement;
import org.clientportal.itsm.Asset;
import org.clientportal.itsm.Audience;
import org.clientportal.itsm.ContractCast;
import org.clientportal.itsm.ContractFeed;
import org.clientportal.itsm.ContractKnowledge;
import org.clientportal.itsm.ContractReceipts;
import org.clientportal.itsm.ItsmConnector;
import org.clientportal.itsm.ItsmRejected;
import org.clientportal.itsm.ItsmUnavailable;
import org.clientportal.itsm.Receipt;
import org.clientportal.itsm.ReceiptAnswer;
import org.clientportal.itsm.http.Bridges;
import org.clientportal.itsm.http.ContractDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Faults ordered at the desk are what the connector then meets. */
class DeskFaultsIT {

    @TempDir
    Path data;

    private final HttpClient http = HttpClient.newHttpClient();
    private Desk desk;
    private ItsmConnector itsm;

    @BeforeEach
    void start() throws IOException {
        var arguments = new DeskArguments(0, data, "t", null, null, null, false, true, false);
        desk = Desk.start(arguments, Clock.systemUTC());
        Cast.moveIn(desk.url());
        itsm = Bridges.connector(connectorUrl(), "t", Duration.ofMillis(500));
    }

    @AfterEach
    void stop() throws IOException {
        desk.close();
    }

    private URI connectorUrl() {
        return desk.url().resolve(ConnectorApi.PATH);
    }

    @Test
    void aDeskThatIsDownSaysNothing() throws Exception {
        order("{\"down\":true}");
        assertThatThrownBy(() -> itsm.catalogue()).isInstanceOf(ItsmUnavailable.class);
        assertThat(itsm.check().ok()).isFalse();

        order("{}");
        assertThat(itsm.check().ok()).isTrue();
    }

    @Test
    void cutAfterActingItHappenedAndIsFound() throws Exception {
        order("{\"cutAfter\":true,\"times\":1}");
        var ticket = CAST.ticket(CAST.anna(), "Cut", "Text");

        assertThatThrownBy(() -> itsm.deliver(ticket)).isInstanceOf(ItsmUnavailable.class);

        assertThat(itsm.find(ticket)).isPresent();
        assertThat(itsm.deliver(ticket)).isEqualTo(itsm.find(ticket).orElseThrow());
    }

    @Test
    void cutBeforeActingItDidNotHappen() throws Exception {
        order("{\"cutBefore\":true,\"times\":1}");
        var ticket = CAST.ticket(CAST.anna(), "Cut", "Text");

        assertThatThrownBy(() -> itsm.deliver(ticket)).isInstanceOf(ItsmUnavailable.class);

        assertThat(itsm.find(ticket)).isEmpty();
    }

    @Test
    void theDeskFinishesAfterTheClientGaveUpAndSaysSoMeanwhile() throws Exception {
        order("{\"delayBeforeMs\":1500,\"times\":1}");
        var ticket = CAST.ticket(CAST.anna(), "Late", "Text");

        assertThatThrownBy(() -> itsm.deliver(ticket)).isInstanceOf(ItsmUnavailable.class);

        assertThatThrownBy(() -> itsm.find(ticket))
                .isInstanceOf(ItsmUnavailable.class)
                .hasMessageContaining("409");
        await().atMost(Duration.ofSeconds(5))
                .ignoreExceptions()
                .until(() -> itsm.find(ticket).isPresent());
    }

    @Test
    void aRefusalIsOrderedByItsName() throws Exception {
        order("{\"refuse\":\"CLOSED\",\"times\":1}");
        var ticket = CAST.ticket(CAST.anna(), "Refused", "Text");

        assertThatThrownBy(() -> itsm.deliver(ticket))
                .isInstanceOfSatisfying(
                        ItsmRejected.class, e -> assertThat(e.reason()).isEqualTo(ItsmRejected.Reason.CLOSED));
        assertThat(itsm.deliver(ticket).number()).isNotBlank();
    }

    @Test
    void whatTheDeskAnswersIsWhatTheDocumentSays() throws Exception {
        var document = new ContractDocument();
        var ticketId =
                itsm.deliver(CAST.ticket(CAST.anna(), "Document", "Text")).ticketId();
        var agent = new DeskAgent(desk.url());
        agent.replies(ticketId, "<p>Answer</p>");

        assertThat(document.faults("Check", answer("/check"))).isEmpty();
        assertThat(document.faults("Catalogue", answer("/catalogue"))).isEmpty();
        agent.publishes(
                ContractKnowledge.draft("Jak połączyć się z VPN", "<img src=\"file:okno.png\">"),
                ContractCast.file("okno.png", "image/png", ContractCast.bytes(10, 1)));
        agent.unpublishes(agent.publishes(ContractKnowledge.draft("Soon gone", "<p>Text</p>")));
        agent.announces(new Announcement(
                "", Announcement.Kind.OUTAGE, "Poczta", "", null, Audience.EVERYONE, Instant.EPOCH, null, false, 0));
        agent.registers(
                asset("Laptop", Asset.Holders.person(CAST.anna().personId())),
                ContractCast.file("Instrukcja.pdf", "application/pdf", ContractCast.bytes(10, 2)));
        agent.discards(agent.registers(asset("Gone", Asset.Holders.NOBODY)));
        var receipt = agent.issues(ContractReceipts.receipt("Laptop", Receipt.Kind.ISSUE, CAST.anna()));
        var lines = new ContractFeed(itsm, null)
                .readToEnd().receipt(receipt).orElseThrow().lines().stream()
                        .map(line -> new ReceiptAnswer.Line(line.id(), false, "", "broken"))
                        .toList();
        itsm.deliver(CAST.answer(CAST.anna(), receipt, 1, lines, ContractCast.bytes(10, 3)));
        agent.notes(
                note("Segregator", CAST.anna()),
                ContractCast.file("Schemat.pdf", "application/pdf", ContractCast.bytes(10, 3)));
        agent.withdrawsNote(agent.notes(note("Withdrawn", CAST.anna())));
        agent.issues(
                document("Umowa", Audience.EVERYONE),
                ContractCast.file("Umowa.pdf", "application/pdf", ContractCast.bytes(10, 3)));
        agent.takesBack(agent.issues(
                document("Gone", Audience.EVERYONE),
                ContractCast.file("Umowa.pdf", "application/pdf", ContractCast.bytes(10, 4))));
        assertThat(document.faults("ChangePage", answer("/changes"))).isEmpty();
        assertThat(document.faults("Ticket", answer("/tickets/" + ticketId))).isEmpty();
        assertThat(document.faults("Problem", answer("/tickets/t9999"))).isEmpty();
        assertThat(document.operations()).hasSize(8);
    }

    @Test
    void everyOperationWantsTheToken() throws Exception {
        for (var operation : new ContractDocument().operations()) {
            var parts = operation.split(" ");
            var path = parts[1].replaceAll("\\{index}", "0")
                    .replaceAll("\\{[a-zA-Z]+}", "0d0f4a3e-5a1b-4b6e-9a43-0c6a5b8f3f10");
            for (var token : new String[] {"", "Bearer ", "Bearer wrong", "Basic dDp0"}) {
                var request = HttpRequest.newBuilder(URI.create(connectorUrl() + path))
                        .method(parts[0], java.net.http.HttpRequest.BodyPublishers.noBody());
                if (!token.isEmpty()) {
                    request.header("Authorization", token);
                }
                assertThat(http.send(request.build(), BodyHandlers.discarding()).statusCode())
                        .as(operation + " with " + token)
                        .isEqualTo(401);
            }
        }
    }

    private Object answer(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(connectorUrl() + path))
                .header("Authorization", "Bearer t")
                .build();
        return JsonMapper.shared()
                .readValue(http.send(request, BodyHandlers.ofString()).body(), Object.class);
    }

    private void order(String faults) throws Exception {
        var request = HttpRequest.newBuilder(desk.url().resolve("/chaos"))
                .header("Authorization", "Bearer t")
                .PUT(java.net.http.HttpRequest.BodyPublishers.ofString(faults))
                .build();
        assertThat(http.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(204);
    }
}
