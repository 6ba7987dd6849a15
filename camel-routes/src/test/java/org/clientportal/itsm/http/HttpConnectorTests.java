package org.clientportal.itsm.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.clientportal.itsm.ContractCast;
import org.clientportal.itsm.ItsmConnector;
import org.clientportal.itsm.ItsmRejected;
import org.clientportal.itsm.ItsmRejected.Reason;
import org.clientportal.itsm.ItsmUnavailable;
import org.clientportal.itsm.Submission.NewReply;
import org.clientportal.itsm.Submission.NewTicket;
import org.clientportal.itsm.Submission.RequestKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a bridge may do to its client. */
class HttpConnectorTests {

    private static final String KEY = "0d0f4a3e-5a1b-4b6e-9a43-0c6a5b8f3f10";
    private static final String SUBMISSION = "/connector/v1/submissions/" + KEY;
    private static final NewReply REPLY = new NewReply(
            new RequestKey(KEY),
            ContractCast.writer("p1", "Anna Wiśniewska", "anna@oriale.example"),
            Instant.parse("2026-11-23T08:12:04Z"),
            "t1",
            "Dziękuję",
            List.of());

    @RegisterExtension
    static final WireMockExtension BRIDGE = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort())
            .build();

    private ItsmConnector itsm;

    @BeforeEach
    void connect() {
        itsm = Bridges.connector(url(), "secret-token", Duration.ofMillis(400));
    }

    private static URI url() {
        return URI.create(BRIDGE.baseUrl() + "/connector/v1");
    }

    @Test
    void aReplyIsOneJsonBodyUnderItsKey() {
        BRIDGE.stubFor(put(SUBMISSION).willReturn(okJson("{\"ticketId\":\"t1\",\"number\":\"1\",\"later\":1}")));

        var delivered = itsm.deliver(REPLY);

        assertThat(delivered.ticketId()).isEqualTo("t1");
        assertThat(delivered.entryId()).isNull();
        BRIDGE.verify(putRequestedFor(urlEqualTo(SUBMISSION))
                .withHeader("Authorization", equalTo("Bearer secret-token"))
                .withHeader("Content-Type", equalTo("application/json"))
                .withRequestBody(equalToJson("""
                        {"kind":"REPLY","writer":{"personId":"p1","name":"Anna Wiśniewska","email":"anna@oriale.example",
                        "channel":"PORTAL","verified":true},"writtenAt":"2026-11-23T08:12:04Z","ticketId":"t1","text":"Dziękuję","files":[]}""")));
    }

    @Test
    void filesGoFirstWithTheirLengthAndAreNamedBySum() {
        BRIDGE.stubFor(
                put(urlEqualTo(SUBMISSION + "/files/0")).willReturn(aResponse().withStatus(204)));
        BRIDGE.stubFor(
                put(urlEqualTo(SUBMISSION + "/files/1")).willReturn(aResponse().withStatus(204)));
        BRIDGE.stubFor(put(SUBMISSION).willReturn(okJson("{\"ticketId\":\"t1\",\"number\":\"1\"}")));
        var files = List.of(
                ContractCast.file("żółw.txt", "text/plain", ContractCast.utf8("abc")),
                ContractCast.file("pusty", "text/plain", new byte[0]));

        itsm.deliver(new NewTicket(REPLY.key(), REPLY.writer(), REPLY.writtenAt(), "S", "T", "network", null, files));

        BRIDGE.verify(putRequestedFor(urlEqualTo(SUBMISSION + "/files/0"))
                .withHeader("Content-Length", equalTo("3"))
                .withHeader("Transfer-Encoding", absent())
                .withRequestBody(equalTo("abc")));
        BRIDGE.verify(putRequestedFor(urlEqualTo(SUBMISSION))
                .withRequestBody(com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath(
                        "$.files[0].sha256",
                        equalTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")))
                .withRequestBody(com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath(
                        "$.files[1].sha256",
                        equalTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"))));
    }

    @ParameterizedTest
    @CsvSource({
        "410,gone,GONE",
        "409,closed,CLOSED",
        "413,too-large,TOO_LARGE",
        "422,invalid,INVALID",
        "403,forbidden,FORBIDDEN"
    })
    void aProblemOfTheListIsARefusal(int status, String type, Reason reason) {
        BRIDGE.stubFor(put(SUBMISSION).willReturn(problem(status, "tag:clientportal.org,2026:" + type)));

        assertThatThrownBy(() -> itsm.deliver(REPLY))
                .isInstanceOfSatisfying(
                        ItsmRejected.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageContaining("words of the platform");
    }

    @ParameterizedTest
    @CsvSource({"401,true", "403,true", "404,true", "422,true", "429,true", "302,true", "500,false", "503,false"})
    void anyOtherAnswerIsNone(int status, boolean alarm) {
        BRIDGE.stubFor(put(SUBMISSION)
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "text/html")
                        .withBody("<h1>Proxy</h1>")));

        assertUnavailable(() -> itsm.deliver(REPLY), alarm, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"about:blank", "tag:clientportal.org,2026:something-new", "gone"})
    void aProblemOutsideTheListIsNoRefusal(String type) {
        BRIDGE.stubFor(put(SUBMISSION).willReturn(problem(503, type)));

        assertUnavailable(() -> itsm.deliver(REPLY), false, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"in-progress", "files-missing"})
    void undecidedIsWaitedForWithoutAlarm(String type) {
        BRIDGE.stubFor(any(anyUrl()).willReturn(problem(409, "tag:clientportal.org,2026:" + type)));

        assertUnavailable(() -> itsm.deliver(REPLY), false, true);
        assertUnavailable(() -> itsm.find(REPLY), false, true);
    }

    @Test
    void anAnswerAfterTheTimeLimitIsNone() {
        BRIDGE.stubFor(put(SUBMISSION)
                .willReturn(okJson("{\"ticketId\":\"t1\",\"number\":\"1\"}").withFixedDelay(1500)));

        assertUnavailable(() -> itsm.deliver(REPLY), false, true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONNECTION_RESET_BY_PEER",
                "EMPTY_RESPONSE",
                "MALFORMED_RESPONSE_CHUNK",
                "RANDOM_DATA_THEN_CLOSE"
            })
    void aCutIsNoAnswer(Fault fault) {
        BRIDGE.stubFor(put(SUBMISSION).willReturn(aResponse().withFault(fault)));

        assertUnavailable(() -> itsm.deliver(REPLY), false, true);
    }

    @Test
    void aRefusedConnectionSentNothing() throws IOException {
        int port;
        try (var socket = new java.net.ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var nobody = Bridges.connector(URI.create("http://127.0.0.1:" + port + "/connector/v1"), "t");

        assertUnavailable(() -> nobody.deliver(REPLY), false, false);
        assertThat(nobody.check().ok()).isFalse();
        assertThat(nobody.check().advice()).contains("portal.itsm.http.url");
    }

    @Test
    void aCutWhileAFileGoesOverHadNoEffect() {
        BRIDGE.stubFor(put(urlEqualTo(SUBMISSION + "/files/0"))
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        var withFile = new NewReply(
                REPLY.key(),
                REPLY.writer(),
                REPLY.writtenAt(),
                "t1",
                "See",
                List.of(ContractCast.file("a", "text/plain", ContractCast.bytes(100, 1))));

        assertUnavailable(() -> itsm.deliver(withFile), false, false);
        BRIDGE.verify(0, putRequestedFor(urlEqualTo(SUBMISSION)));
    }

    @Test
    void onlyTheContractsNoIsANo() {
        BRIDGE.stubFor(get(SUBMISSION).willReturn(problem(404, "tag:clientportal.org,2026:unknown-submission")));
        assertThat(itsm.find(REPLY)).isEmpty();

        BRIDGE.stubFor(get(SUBMISSION).willReturn(aResponse().withStatus(404).withBody("no such page")));
        assertUnavailable(() -> itsm.find(REPLY), true, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "<html>", "", "{\"ticketId\":null,\"number\":\"1\"}", "{\"ticketId\":\"t1\"}"})
    void anAnswerAgainstTheContractIsNone(String body) {
        BRIDGE.stubFor(put(SUBMISSION).willReturn(okJson(body)));

        assertUnavailable(() -> itsm.deliver(REPLY), true, true);
    }

    @Test
    void anUnknownCursorStartsAtTheBeginning() {
        BRIDGE.stubFor(get(urlPathEqualTo("/connector/v1/changes"))
                .withQueryParam("cursor", absent())
                .willReturn(okJson(
                        "{\"organisations\":[],\"people\":[],\"tickets\":[],\"nextCursor\":\"b.1\",\"more\":false}")));
        BRIDGE.stubFor(get(urlPathEqualTo("/connector/v1/changes"))
                .withQueryParam("cursor", equalTo("a.1 &?ż"))
                .willReturn(problem(400, "tag:clientportal.org,2026:unknown-cursor")));

        assertThat(itsm.changes("a.1 &?ż").nextCursor()).isEqualTo("b.1");
    }

    @Test
    void aLetterNoDatabaseCanHoldIsReplaced() {
        BRIDGE.stubFor(
                get(urlPathEqualTo("/connector/v1/changes"))
                        .willReturn(
                                okJson(
                                        "{\"organisations\":[{\"id\":\"o1\",\"name\":\"a\\u0000b\",\"active\":true,\"version\":1}],\"people\":[],\"tickets\":[],\"nextCursor\":\"b.1\",\"more\":false}")));

        assertThat(itsm.changes(null).organisations().getFirst().name()).isEqualTo("a\uFFFDb");
    }

    @Test
    void aFileThatIsCutIsNoticed() {
        BRIDGE.stubFor(get("/connector/v1/files/f1")
                .willReturn(aResponse().withHeader("Content-Length", "10").withBody("abc")));

        assertThatThrownBy(() -> {
                    try (var in = itsm.openFile("f1")) {
                        in.readAllBytes();
                    }
                })
                .isInstanceOfAny(IOException.class, ItsmUnavailable.class);
    }

    @Test
    void nothingTellsTheToken() {
        BRIDGE.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(401)));
        var settings = new HttpSettings(
                url(), "secret-token", Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1), 10);

        assertThat(settings.toString() + itsm.check()).doesNotContain("secret-token");
        assertThatThrownBy(() -> itsm.deliver(REPLY))
                .satisfies(e -> assertThat(org.assertj.core.util.Throwables.getStackTrace(e))
                        .doesNotContain("secret-token"));
    }

    private static ResponseDefinitionBuilder problem(int status, String type) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/problem+json; charset=utf-8")
                .withBody("{\"type\":\"" + type + "\",\"title\":\"T\",\"status\":" + status
                        + ",\"detail\":\"words of the platform\"}");
    }

    private static void assertUnavailable(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call, boolean alarm, boolean mayHaveHappened) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ItsmUnavailable.class, e -> {
            assertThat(e.alarm()).as("alarm").isEqualTo(alarm);
            assertThat(e.mayHaveHappened()).as("may have happened").isEqualTo(mayHaveHappened);
        });
    }
}
