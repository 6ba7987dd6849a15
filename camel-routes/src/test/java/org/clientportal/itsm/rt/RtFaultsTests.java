package org.clientportal.itsm.rt;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.clientportal.itsm.rt.RtStub.REST;
import static org.clientportal.itsm.rt.RtStub.feedAfter;
import static org.clientportal.itsm.rt.RtStub.fields;
import static org.clientportal.itsm.rt.RtStub.json;
import static org.clientportal.itsm.rt.RtStub.list;
import static org.clientportal.itsm.rt.RtStub.loginRequired;
import static org.clientportal.itsm.rt.RtStub.part;
import static org.clientportal.itsm.rt.RtStub.row;
import static org.clientportal.itsm.rt.RtStub.search;
import static org.clientportal.itsm.rt.RtStub.searchAfter;
import static org.clientportal.itsm.rt.RtStub.ticket;
import static org.clientportal.itsm.rt.RtStub.ticketsWhere;
import static org.clientportal.itsm.rt.RtStub.transaction;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.clientportal.itsm.ContractCast;
import org.clientportal.itsm.Entry;
import org.clientportal.itsm.Entry.Role;
import org.clientportal.itsm.ItsmRejected;
import org.clientportal.itsm.ItsmRejected.Reason;
import org.clientportal.itsm.ItsmUnavailable;
import org.clientportal.itsm.Submission.NewReply;
import org.clientportal.itsm.Submission.Wish;
import org.clientportal.itsm.Submission.Writer;
import org.clientportal.itsm.Ticket;
import org.clientportal.itsm.rt.RtCursor.Phase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What RT does to a connector, and a network to both. */
class RtFaultsTests {

    private final RtStub rt = new RtStub();
    private final RtConnector itsm = connector(rt.url(), Duration.ofSeconds(30));
    private final Writer anna = ContractCast.writer("49", "Anna Nowak", "anna.nowak@oriale.example");
    private final ContractCast cast = new ContractCast(anna, anna, "3", "50");

    static RtConnector connector(URI url, Duration limit) {
        var settings = new RtSettings(
                url,
                "portal",
                "secret",
                limit,
                limit,
                Duration.ofDays(1),
                "resolved",
                "open",
                Map.of(),
                Map.of(),
                50,
                Map.of(),
                List.of("Portal knowledge"),
                "Portal announcements",
                "Portal documents",
                "Knowledge feedback",
                "Notes",
                new Binder(new MapConfigurationPropertySource(Map.of())).bindOrCreate("assets", RtAssetSettings.class),
                List.of());
        var clock = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);
        return new RtConnector(new RtClient(settings), settings, clock);
    }

    @AfterEach
    void stop() {
        rt.close();
    }

    // ---- refusals that look like success

    @Test
    void aSentenceInsideA200IsARefusal() {
        stub(get(urlPathEqualTo(REST + "/ticket/7")).willReturn(json(200, ticket(7, "open", ""))));
        stub(put(urlPathEqualTo(REST + "/ticket/7")).willReturn(json(200, List.of("Ticket 7: Permission Denied"))));

        assertRejected(
                Reason.INVALID, "Ticket 7: Permission Denied", () -> itsm.deliver(cast.wish(anna, "7", Wish.CLOSE)));
    }

    @Test
    void aConditionThatRtIgnoresFindsNothing() {
        // without the pack RT does not know the field, drops the condition and answers with any transaction
        stub(search("/transactions").willReturn(list(transaction(70, "Correspond", 7, "agent"))));

        assertThat(itsm.find(reply("7"))).isEmpty();
    }

    @Test
    void withoutThePackNothingIsWritten() {
        stub(search("/customfields").willReturn(list()));
        stub(get(urlPathEqualTo(REST + "/ticket/7")).willReturn(json(200, ticket(7, "open", ""))));

        assertUnavailable(true, () -> itsm.deliver(reply("7")));
        rt.server.verify(0, postRequestedFor(urlPathMatching(".*/correspond")));
    }

    @Test
    void aListThatDoesNotGoOnIsNotReadForEver() {
        stub(search("/groups").willReturn(list(Map.of("id", "4", "type", "group", "Name", "Kadry"))));
        var client = new RtClient(RtAgent.settings(rt.url(), "portal", "secret"));

        assertUnavailable(false, () -> RtGroups.visible(client));
    }

    // ---- the session

    @Test
    void anExpiredSessionIsRenewedAndTheRequestRepeatedOnce() {
        stub(get(urlPathEqualTo(REST + "/queues/all"))
                .inScenario("session")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(list())
                .willSetStateTo("expired"));
        stub(get(urlPathEqualTo(REST + "/queues/all"))
                .inScenario("session")
                .whenScenarioStateIs("expired")
                .willReturn(loginRequired())
                .willSetStateTo("renewed"));
        stub(get(urlPathEqualTo(REST + "/queues/all"))
                .inScenario("session")
                .whenScenarioStateIs("renewed")
                .willReturn(list(Map.of("id", "3", "Name", "Support", "SortOrder", "0"))));

        assertThat(itsm.catalogue().categories()).isEmpty();
        assertThat(itsm.catalogue().categories()).hasSize(1);

        rt.server.verify(2, postRequestedFor(urlPathEqualTo("/NoAuth/Login.html")));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 302})
    void aRefusedAccountIsAnAlarmAndTriedOnceOnly(int status) {
        stub(any(urlPathMatching(REST + "/.*"))
                .willReturn(aResponse().withStatus(status).withBody("{\"message\":\"Unauthorized\"}")));

        assertUnavailable(true, () -> itsm.deliver(reply("7")));
        rt.server.verify(1, postRequestedFor(urlPathEqualTo("/NoAuth/Login.html")));
        assertThat(itsm.check().ok()).isFalse();
        assertThat(itsm.check().toString()).doesNotContain("secret");
    }

    // ---- merged tickets

    @Test
    void aReplyToAMergedNumberGoesToItsTarget() {
        stub(get(urlPathEqualTo(REST + "/ticket/2")).willReturn(json(200, ticket(1, "open", ""))));
        stub(post(urlPathEqualTo(REST + "/ticket/1/correspond"))
                .willReturn(json(201, List.of("Correspondence added", "Custom fields updated"))
                        .withHeader("Location", "/REST/2.0/transaction/72")));

        var delivered = itsm.deliver(reply("2"));

        assertThat(delivered.ticketId()).isEqualTo("1");
        assertThat(delivered.entryId()).isEqualTo("72");
    }

    @Test
    void aMergeInTheFeedGivesTheOldNumberAndItsTarget() {
        stub(feedAfter(100, "ASC", 1).willReturn(list(transaction(101, "AddLink", 2, "agent"))));
        stub(ticketsWhere("id = 2 OR EffectiveId = 2) AND id > 0").willReturn(list(row(2, 1, "new"))));
        stub(ticketsWhere("id = 1 OR EffectiveId = 1) AND id > 0")
                .willReturn(list(row(1, 1, "open"), row(2, 1, "new"))));
        stub(history(0, list(transaction(90, "Create", 1, "agent"), transaction(101, "AddLink", 2, "agent"))));

        var tickets = itsm.changes(cursor(100)).tickets();

        assertThat(tickets).extracting(Ticket::id).containsExactlyInAnyOrder("1", "2");
        assertThat(tickets)
                .filteredOn(t -> t.id().equals("2"))
                .singleElement()
                .satisfies(t -> assertThat(t.mergedInto()).isEqualTo("1"));
    }

    // ---- the feed

    @Test
    void entriesOfOneSecondKeepTheirOrder() {
        ticketSeven(
                transaction(70, "Create", 7, "agent"),
                transaction(71, "Correspond", 7, "agent"),
                transaction(72, "Correspond", 7, "agent"),
                transaction(73, "Correspond", 7, "agent"));
        stub(searchAfter("/attachments", 0)
                .willReturn(list(part(3, 73, "third"), part(2, 72, "second"), part(1, 71, "first"))));
        stub(search("/attachments")
                .withRequestBody(containing("[\"3\",\"2\",\"1\"]"))
                .willReturn(list(part(1, 71, "first"), part(2, 72, "second"), part(3, 73, "third"))));

        var entries = itsm.ticket("7").orElseThrow().entries();

        assertThat(entries).extracting(Entry::text).containsExactly("", "first", "second", "third");
        assertThat(entries).extracting(Entry::order).containsExactly(70L, 71L, 72L, 73L);
        assertThat(entries).extracting(Entry::at).containsOnly(Instant.parse("2026-11-24T09:56:01Z"));
    }

    @Test
    void aShortPageIsNotTakenForTheLast() {
        ticketSeven(transaction(70, "Create", 7, "agent"));
        stub(history(70, list(transaction(75, "Correspond", 7, "agent"))));
        stub(history(75, list(transaction(90, "Correspond", 7, "portal"))));

        assertThat(itsm.ticket("7").orElseThrow().entries())
                .extracting(Entry::id, entry -> entry.author().role())
                .containsExactly(tuple("70", Role.SUPPORT), tuple("75", Role.SUPPORT), tuple("90", Role.AUTOMATIC));
    }

    @Test
    void aPageOfTransactionsThatTheAccountMayNotSeeIsNotTheEndOfTheFeed() {
        stub(feedAfter(100, "ASC", 3).willReturn(list(transaction(350, "Status", 7, "agent"))));
        stub(feedAfter(100, "DESC", 1).willReturn(list(transaction(350, "Status", 7, "agent"))));
        ticketSeven(transaction(70, "Create", 7, "agent"));

        var page = itsm.changes(cursor(100));

        assertThat(page.tickets()).extracting(Ticket::id).containsExactly("7");
        assertThat(RtCursor.parse(page.nextCursor()).head()).isEqualTo(350);
    }

    @Test
    void aTransactionThatAppearsLateBehindTheCursorIsReadAndMakesANewerVersion() {
        ticketSeven(transaction(70, "Create", 7, "agent"), transaction(103, "Correspond", 7, "agent"));
        stub(feedAfter(100, "ASC", 1).willReturn(list(transaction(103, "Correspond", 7, "agent"))));
        var first = itsm.changes(cursor(100));

        stub(feedAfter(100, "ASC", 1)
                .willReturn(
                        list(transaction(102, "Correspond", 7, "agent"), transaction(103, "Correspond", 7, "agent"))));
        ticketSeven(
                transaction(70, "Create", 7, "agent"),
                transaction(102, "Correspond", 7, "agent"),
                transaction(103, "Correspond", 7, "agent"));
        var second = itsm.changes(first.nextCursor());

        assertThat(second.tickets())
                .singleElement()
                .satisfies(late -> assertThat(late.version())
                        .isGreaterThan(first.tickets().getFirst().version()));
        stub(feedAfter(100, "ASC", 1).willReturn(list(transaction(103, "Correspond", 7, "agent"))));
        assertThat(itsm.changes(second.nextCursor()).isEmpty()).isTrue();
    }

    @Test
    void aCursorOfSomethingElseBeginsAnew() {
        var page = itsm.changes("a cursor of another platform");

        assertThat(page.more()).isTrue();
        assertThat(RtCursor.parse(page.nextCursor()).phase()).isEqualTo(Phase.TICKETS);
    }

    // ---- cut and late

    @Test
    void aReplyCutAfterRtActedIsFoundByItsKey() {
        var reply = reply("7");
        stub(get(urlPathEqualTo(REST + "/ticket/7")).willReturn(json(200, ticket(7, "open", ""))));
        stub(post(urlPathEqualTo(REST + "/ticket/7/correspond"))
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

        assertThatThrownBy(() -> itsm.deliver(reply)).isInstanceOfSatisfying(ItsmUnavailable.class, e -> {
            assertThat(e.mayHaveHappened()).isTrue();
            assertThat(e.alarm()).isFalse();
        });

        var said = new HashMap<>(transaction(72, "Correspond", 7, "portal"));
        said.put("CustomFields", fields("Portal entry key", reply.key().value()));
        stub(search("/transactions").willReturn(list(said)));
        assertThat(itsm.find(reply))
                .hasValueSatisfying(found -> assertThat(found.entryId()).isEqualTo("72"));
        assertThat(itsm.deliver(reply).entryId()).isEqualTo("72");
        rt.server.verify(1, postRequestedFor(urlPathEqualTo(REST + "/ticket/7/correspond")));
    }

    @Test
    void anAnswerAfterTheLimitMayHaveHappened() {
        var impatient = connector(rt.url(), Duration.ofSeconds(2));
        answerToReply(json(201, List.of("Correspondence added")).withFixedDelay(5000));

        assertThatThrownBy(() -> impatient.deliver(reply("7")))
                .isInstanceOfSatisfying(
                        ItsmUnavailable.class,
                        e -> assertThat(e.mayHaveHappened()).isTrue());
    }

    @Test
    void anAnswerCutInTheMiddleIsNone() {
        stub(get(urlPathEqualTo(REST + "/queues/all"))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"items\":[{\"id\":\"3\"")));

        assertUnavailable(false, itsm::catalogue);
    }

    @Test
    void anRtThatIsNotThereHasDoneNothing() {
        var gone = connector(URI.create("http://127.0.0.1:1"), Duration.ofSeconds(30));

        assertThatThrownBy(() -> gone.deliver(reply("7")))
                .isInstanceOfSatisfying(
                        ItsmUnavailable.class,
                        e -> assertThat(e.mayHaveHappened()).isFalse());
        assertThat(gone.check().advice()).contains("portal.itsm.rt.url");
    }

    @Test
    void aClosureCutBetweenItsTwoStepsIsRepeated() {
        var close = cast.wish(anna, "7", Wish.CLOSE);
        var word = RtFields.Word.of(Wish.CLOSE, close.key(), anna);
        stub(get(urlPathEqualTo(REST + "/ticket/7"))
                .inScenario("closing")
                .willReturn(json(200, ticket(7, "open", word))));
        stub(put(urlPathEqualTo(REST + "/ticket/7")).willReturn(json(200, List.of())));
        stub(put(urlPathEqualTo(REST + "/ticket/7"))
                .withRequestBody(containing("Status"))
                .inScenario("closing")
                .willReturn(json(200, List.of("Ticket 7: Status changed from 'open' to 'resolved'")))
                .willSetStateTo("closed"));
        stub(get(urlPathEqualTo(REST + "/ticket/7"))
                .inScenario("closing")
                .whenScenarioStateIs("closed")
                .willReturn(json(200, ticket(7, "resolved", word))));

        assertThat(itsm.find(close)).isEmpty();
        assertThat(itsm.deliver(close).ticketId()).isEqualTo("7");
        rt.server.verify(2, putRequestedFor(urlPathEqualTo(REST + "/ticket/7")));
    }

    // ---- statuses

    @Test
    void everyOddAnswerToAWriteIsUnavailableAndOnlyRefusalsAreRejected() {
        var html = aResponse()
                .withStatus(200)
                .withHeader("Content-Type", "text/html; charset=utf-8")
                .withBody("<html>An internal RT error has occurred.</html>");
        assertWrite(html, false);
        assertWrite(aResponse().withStatus(500).withHeader("Content-Type", "application/json"), false);
        assertWrite(aResponse().withStatus(502).withBody("<html>Bad gateway</html>"), false);
        assertWrite(aResponse().withStatus(503), false);
        assertWrite(json(403, Map.of("message", "Forbidden")), true);
        assertWrite(aResponse().withStatus(429).withBody("slow down"), true);

        answerToReply(json(400, Map.of("message", "Permission Denied")));
        assertRejected(Reason.FORBIDDEN, "Permission Denied", () -> itsm.deliver(reply("7")));
        answerToReply(json(400, Map.of("message", "ContentType is a required field")));
        assertRejected(Reason.INVALID, "ContentType", () -> itsm.deliver(reply("7")));
        answerToReply(aResponse().withStatus(413).withBody("<html>too large</html>"));
        assertRejected(Reason.TOO_LARGE, "", () -> itsm.deliver(reply("7")));
        answerToReply(json(404, Map.of("message", "Not Found")));
        assertRejected(Reason.GONE, "Not Found", () -> itsm.deliver(reply("7")));
    }

    @Test
    void aReadThatFailsIsNeverTakenForAnEmptyAnswer() {
        for (var status : List.of(400, 403, 404, 429, 500, 502)) {
            stub(get(urlPathEqualTo(REST + "/queues/all"))
                    .willReturn(aResponse().withStatus(status)));
            assertUnavailable(status < 500, itsm::catalogue);
            stub(search("/transactions").willReturn(aResponse().withStatus(status)));
            assertUnavailable(status < 500, () -> itsm.changes(cursor(100)));
            assertUnavailable(status < 500, () -> itsm.find(reply("7")));
        }
    }

    // ---- steps

    private void stub(MappingBuilder mapping) {
        rt.server.stubFor(mapping);
    }

    private void answerToReply(ResponseDefinitionBuilder answer) {
        stub(get(urlPathEqualTo(REST + "/ticket/7")).willReturn(json(200, ticket(7, "open", ""))));
        stub(post(urlPathEqualTo(REST + "/ticket/7/correspond")).willReturn(answer));
    }

    private void assertWrite(ResponseDefinitionBuilder answer, boolean alarm) {
        answerToReply(answer);
        assertUnavailable(alarm, () -> itsm.deliver(reply("7")));
    }

    @SafeVarargs
    private final void ticketSeven(Map<String, Object>... transactions) {
        stub(ticketsWhere("id = 7 OR EffectiveId = 7) AND id > 0").willReturn(list(row(7, 7, "open"))));
        stub(history(0, list(transactions)));
    }

    private static MappingBuilder history(long after, ResponseDefinitionBuilder answer) {
        return searchAfter("/transactions", after)
                .withRequestBody(containing("ObjectId"))
                .withRequestBody(containing("NOT IN"))
                .willReturn(answer);
    }

    private NewReply reply(String ticketId) {
        return cast.reply(anna, ticketId, "Nadal nie działa");
    }

    private static String cursor(long head) {
        return RtCursor.beginning(0, 0)
                .in(Phase.FEED, 0)
                .having(List.of(head), 0)
                .having(List.of(), 1_000_000)
                .havingCompared(1, 0, Instant.parse("2026-11-24T10:00:00Z").getEpochSecond())
                .toString();
    }

    private static void assertUnavailable(boolean alarm, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ItsmUnavailable.class,
                        e -> assertThat(e.alarm()).as(e.getMessage()).isEqualTo(alarm));
    }

    private static void assertRejected(Reason reason, String words, ThrowingCallable call) {
        assertThatThrownBy(call)
                .hasMessageContaining(words)
                .isInstanceOfSatisfying(
                        ItsmRejected.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
