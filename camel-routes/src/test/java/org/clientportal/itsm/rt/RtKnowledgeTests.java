package org.clientportal.itsm.rt;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clientportal.itsm.rt.RtStub.REST;
import static org.clientportal.itsm.rt.RtStub.feedAfter;
import static org.clientportal.itsm.rt.RtStub.fields;
import static org.clientportal.itsm.rt.RtStub.json;
import static org.clientportal.itsm.rt.RtStub.list;
import static org.clientportal.itsm.rt.RtStub.row;
import static org.clientportal.itsm.rt.RtStub.search;
import static org.clientportal.itsm.rt.RtStub.searchAfter;
import static org.clientportal.itsm.rt.RtStub.ticketsWhere;
import static org.clientportal.itsm.rt.RtStub.transaction;

import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientportal.itsm.Announcement;
import org.clientportal.itsm.Announcement.Kind;
import org.clientportal.itsm.Article;
import org.clientportal.itsm.Audience;
import org.clientportal.itsm.Check;
import org.clientportal.itsm.ContractCast;
import org.clientportal.itsm.Entry.FileRef;
import org.clientportal.itsm.ItsmRejected;
import org.clientportal.itsm.ItsmUnavailable;
import org.clientportal.itsm.Submission.Writer;
import org.clientportal.itsm.Ticket;
import org.clientportal.itsm.rt.RtCursor.Phase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What RT's articles become, and what RT does to them. */
class RtKnowledgeTests {

    private final RtStub rt = new RtStub();
    private final RtConnector itsm = RtFaultsTests.connector(rt.url(), java.time.Duration.ofSeconds(30));
    private final Writer anna = ContractCast.writer("49", "Anna Nowak", "anna.nowak@oriale.example");
    private final ContractCast cast = new ContractCast(anna, anna, "3", "50");

    @AfterEach
    void stop() {
        rt.close();
    }

    // ---- reading

    @Test
    void aChangedArticleComesByTheFeedAndAShortPageOfItsHistoryIsNotTheLast() {
        classes("Portal knowledge", "Portal announcements");
        news(article(12, 101));
        rt.server.stubFor(searchAfter("/articles", 0).willReturn(list(article(12, "Portal knowledge", "everyone"))));
        rt.server.stubFor(searchAfter("/transactions", 0)
                .withRequestBody(containing("RT::Article"))
                .withRequestBody(containing("!="))
                .willReturn(list(article(12, 90))));
        rt.server.stubFor(searchAfter("/transactions", 90)
                .withRequestBody(containing("RT::Article"))
                .withRequestBody(containing("!="))
                .willReturn(list(article(12, 101))));

        var page = itsm.changes(cursor(100));

        assertThat(page.articles()).singleElement().satisfies(a -> {
            assertThat(a.title()).isEqualTo("VPN");
            assertThat(a.audience()).isEqualTo(Audience.EVERYONE);
            assertThat(a.version()).isEqualTo((101L << 20) + 2);
        });
        assertThat(page.tickets()).isEmpty();
        assertThat(page.announcements()).isEmpty();
    }

    @Test
    void theFirstReadingGoesThroughAllArticlesThenAssetsThenNotesAndThenToTheFeed() {
        classes("Portal knowledge", "Portal announcements");
        rt.server.stubFor(searchAfter("/articles", 0)
                .willReturn(list(
                        article(12, "Portal knowledge", "everyone"), article(13, "Portal announcements", "everyone"))));
        rt.server.stubFor(searchAfter("/articles", 13).willReturn(list(article(17, "Portal knowledge", ""))));

        var first =
                itsm.changes(RtCursor.beginning(100, 0).in(Phase.ARTICLES, 0).toString());
        var second = itsm.changes(first.nextCursor());
        var third = itsm.changes(second.nextCursor());

        assertThat(first.articles()).extracting(Article::id).containsExactly("12");
        assertThat(first.announcements()).extracting(Announcement::id).containsExactly("13");
        assertThat(first.more() && second.more() && third.more()).isTrue();
        assertThat(second.articles()).singleElement().satisfies(draft -> {
            assertThat(draft.gone()).isTrue();
            assertThat(draft.title()).isEmpty();
        });
        assertThat(third.isEmpty()).isTrue();
        assertThat(RtCursor.parse(third.nextCursor()).phase()).isEqualTo(Phase.ASSETS);
        var fourth = itsm.changes(third.nextCursor());
        assertThat(RtCursor.parse(fourth.nextCursor()).phase()).isEqualTo(Phase.NOTES);
        assertThat(RtCursor.parse(itsm.changes(fourth.nextCursor()).nextCursor())
                        .phase())
                .isEqualTo(Phase.FEED);
    }

    @Test
    void manyChangedArticlesComeInSeveralPages() {
        classes("Portal knowledge");
        rt.server.stubFor(feedAfter(100, "ASC", 1)
                .willReturn(json(
                        200,
                        Map.of(
                                "items",
                                java.util.stream.LongStream.rangeClosed(101, 130)
                                        .mapToObj(id -> article((int) id, id))
                                        .toList()))));

        var page = itsm.changes(cursor(100));

        assertThat(page.more()).isTrue();
        assertThat(RtCursor.parse(page.nextCursor()).head()).isEqualTo(120);
    }

    @Test
    void withoutTheClassesOfThePackTicketsGoOnAndThereAreNoArticles() {
        news(article(12, 101));
        rt.server.stubFor(search("/articles").willReturn(list(article(12, "Portal knowledge", "everyone"))));

        var page = itsm.changes(cursor(100));

        assertThat(page.isEmpty()).isTrue();
        assertThat(RtCursor.parse(page.nextCursor()).head()).isEqualTo(101);
        rt.server.verify(0, postRequestedFor(urlPathEqualTo(REST + "/articles")));
    }

    @Test
    void whatIsOfAnotherClassIsLeftOutThoughRtIgnoresTheCondition() {
        classes("Portal knowledge");
        rt.server.stubFor(searchAfter("/articles", 0).willReturn(list(article(12, "Internal", "everyone"))));
        rt.server.stubFor(search("/articles").willReturn(list(article(12, "Internal", "everyone"))));

        var page = itsm.changes(RtCursor.beginning(0, 0).in(Phase.ARTICLES, 0).toString());

        assertThat(page.isEmpty()).isTrue();
        assertThatThrownBy(() -> itsm.deliver(cast.verdict(anna, "12", true, "")))
                .isInstanceOfSatisfying(
                        ItsmRejected.class, e -> assertThat(e.reason()).isEqualTo(ItsmRejected.Reason.GONE));
    }

    @Test
    void anArticleThatLeftThePortalsClassesIsGone() {
        classes("Portal knowledge");
        news(article(12, 101));
        var moved = new HashMap<>(article(12, 101));
        moved.put("Field", "Class");
        rt.server.stubFor(searchAfter("/transactions", 0)
                .withRequestBody(containing("!="))
                .willReturn(list(moved)));

        var page = itsm.changes(cursor(100));

        assertThat(page.articles())
                .singleElement()
                .satisfies(a -> assertThat(a.gone()).isTrue());
        assertThat(page.announcements())
                .singleElement()
                .satisfies(a -> assertThat(a.gone()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/articles", "/transactions"})
    void anArticleThatCannotBeReadIsNotTakenForGone(String path) {
        classes("Portal knowledge");
        rt.server.stubFor(searchAfter("/articles", 0).willReturn(list(article(12, "Portal knowledge", "everyone"))));
        rt.server.stubFor(search(path).atPriority(1).willReturn(aResponse().withStatus(502)));

        assertThatThrownBy(() -> itsm.changes(
                        RtCursor.beginning(0, 0).in(Phase.ARTICLES, 0).toString()))
                .isInstanceOf(ItsmUnavailable.class);
    }

    @Test
    void aFileOfAnArticleIsGoneOrUnavailableAndNeverEmpty() {
        var path = urlPathEqualTo(REST + "/download/cf/594");
        for (var status : List.of(400, 403, 404)) {
            rt.server.stubFor(get(path).willReturn(json(status, Map.of("message", "Forbidden"))));
            assertThatThrownBy(() -> itsm.openFile("cf-594")).isInstanceOf(ItsmRejected.class);
        }
        rt.server.stubFor(get(path).willReturn(aResponse().withStatus(500)));
        assertThatThrownBy(() -> itsm.openFile("cf-594")).isInstanceOf(ItsmUnavailable.class);
        rt.server.stubFor(get(path)
                .willReturn(aResponse().withStatus(200).withBody("half").withFault(Fault.RANDOM_DATA_THEN_CLOSE)));
        assertThatThrownBy(() -> itsm.openFile("cf-594")).isInstanceOf(ItsmUnavailable.class);
        assertThatThrownBy(() -> itsm.openFile("cf-../../tickets")).isInstanceOf(ItsmRejected.class);
    }

    // ---- verdicts

    @Test
    void aVerdictCutAfterRtActedIsFoundByItsKeyAndNotMadeTwice() {
        knownArticle();
        var verdict = cast.verdict(anna, "12", false, "Nie ma nic o 809");
        rt.server.stubFor(post(urlPathEqualTo(REST + "/ticket"))
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        assertThatThrownBy(() -> itsm.deliver(verdict))
                .isInstanceOfSatisfying(
                        ItsmUnavailable.class,
                        e -> assertThat(e.mayHaveHappened()).isTrue());

        var made = new HashMap<String, Object>(row(40, 40, "new"));
        made.put("CustomFields", fields("Portal request key", verdict.key().value()));
        rt.server.stubFor(ticketsWhere(verdict.key().value()).willReturn(list(made)));

        assertThat(itsm.find(verdict))
                .hasValueSatisfying(found -> assertThat(found.ticketId()).isEqualTo("40"));
        assertThat(itsm.deliver(verdict).ticketId()).isEqualTo("40");
        rt.server.verify(
                1,
                postRequestedFor(urlPathEqualTo(REST + "/ticket"))
                        .withRequestBody(matchingJsonPath("$[?(@.Queue == 'Knowledge feedback')]"))
                        .withRequestBody(matchingJsonPath("$[?(@.Subject == 'Article 12 did not help: VPN')]"))
                        .withRequestBody(containing("49|Anna Nowak|anna.nowak@oriale.example")));
    }

    @Test
    void withoutTheQueueAVerdictWaitsWithAnAlarm() {
        knownArticle();
        rt.server.stubFor(
                post(urlPathEqualTo(REST + "/ticket")).willReturn(json(403, Map.of("message", "Permission Denied"))));

        assertThatThrownBy(() -> itsm.deliver(cast.verdict(anna, "12", true, "")))
                .isInstanceOfSatisfying(
                        ItsmUnavailable.class, e -> assertThat(e.alarm()).isTrue());
    }

    @Test
    void aTicketOfTheFeedbackIsPassedOverUnlessItWasMovedThere() {
        news(transaction(101, "Create", 40, "portal"), transaction(102, "Set", 41, "agent"));
        rt.server.stubFor(ticketsWhere("id = 40 OR EffectiveId = 40 OR id = 41 OR EffectiveId = 41) AND id > 0")
                .willReturn(list(feedback(40), feedback(41))));
        var moved = new HashMap<>(transaction(102, "Set", 41, "agent"));
        moved.put("Field", "Queue");
        rt.server.stubFor(searchAfter("/transactions", 0)
                .withRequestBody(containing("NOT IN"))
                .withRequestBody(containing("ObjectId"))
                .willReturn(list(transaction(101, "Create", 40, "portal"), moved)));

        var tickets = itsm.changes(cursor(100)).tickets();

        assertThat(tickets).extracting(Ticket::id).containsExactly("41");
        assertThat(tickets.getFirst().gone()).isTrue();
    }

    @Test
    void anOlderPackIsToldByTheCheckOfThePackAndTicketsWorkAllTheSame() {
        rt.server.stubFor(get(urlPathEqualTo(REST + "/rt")).willReturn(json(200, Map.of("Version", "5.0.3"))));
        rt.server.stubFor(get(urlPathEqualTo(REST + "/queues/all"))
                .willReturn(list(Map.of("id", "3", "Name", "Support", "SortOrder", "0"))));
        var settings = RtAgent.settings(rt.url(), "portal", "secret");
        var pack = new RtPack(new RtClient(settings), settings);

        assertThat(pack.check())
                .filteredOn(finding -> !finding.ok())
                .extracting(Check::summary)
                .anyMatch(summary -> summary.contains("[Portal knowledge, Portal announcements, Portal documents]"))
                .anyMatch(summary -> summary.contains("Body") && summary.contains("RT::Article"))
                .anyMatch(summary -> summary.contains("Knowledge feedback"));
        assertThat(pack.checkOfTickets())
                .extracting(Check::summary)
                .noneMatch(summary -> summary.contains("Knowledge") || summary.contains("RT::Article"));
    }

    // ---- what authors write

    @Test
    void anAnnouncementIsPlainAndBeginsWithItsArticle() {
        classes("Portal announcements");
        var row = new HashMap<>(article(13, "Portal announcements", "group: kadry"));
        var more = new java.util.ArrayList<Object>((List<?>) row.get("CustomFields"));
        more.addAll(fields("Kind", "planned work"));
        more.addAll(fields("Text", "a\r\n\r\nb\r\n"));
        row.put("CustomFields", more);
        rt.server.stubFor(searchAfter("/articles", 0).willReturn(list(row)));

        var page = itsm.changes(RtCursor.beginning(0, 0).in(Phase.ARTICLES, 0).toString());

        assertThat(page.announcements()).singleElement().satisfies(a -> {
            assertThat(a.kind()).isEqualTo(Kind.PLANNED_WORK);
            assertThat(a.text()).isEqualTo("a\n\nb");
            assertThat(a.from()).isEqualTo("2026-11-24T09:56:01Z");
            assertThat(a.until()).isNull();
            assertThat(a.audience().groups()).containsExactly("kadry");
        });
    }

    @Test
    void anAudienceThatIsNotUnderstoodIsNobody() {
        var persons = Map.of("anna", "49");
        assertThat(RtAudience.parse("12", "person: Anna\r\nperson: jan", false, persons)
                        .personIds())
                .containsExactly("49");
        assertThat(RtAudience.parse("12", "Everyone", true, Map.of()).open()).isTrue();
        for (var unclear : List.of("", "all", "person: jan", "organisation", "everyone else: yes", "group:")) {
            assertThat(RtAudience.parse("12", unclear, true, Map.of()))
                    .as(unclear)
                    .isEqualTo(new Audience(false, false, List.of(), List.of(), List.of()));
        }
    }

    @Test
    void onlyTheAddressesOfRtAreTranslated() {
        var body = new RtBody(List.of(new FileRef("cf-5", "plan & $1.png", "image/png", -1)));

        assertThat(body.linked(
                        "<img alt=\"a\" SRC='file:plan &amp; $1.png'> <a href=\"/rt/Download/CustomFieldValue/5/x\">"))
                .isEqualTo("<img alt=\"a\" SRC=\"file:cf-5\"> <a href=\"file:cf-5\">");
        var untouched =
                "<a href=\"/Download/CustomFieldValue/6/x\"><img src=\"data:image/png;base64,AA\"> src=x href = \"\"";
        assertThat(body.linked(untouched)).isEqualTo(untouched);
    }

    // ---- steps

    @SafeVarargs
    private final void news(Map<String, Object>... transactions) {
        rt.server.stubFor(feedAfter(100, "ASC", 1).willReturn(list(transactions)));
    }

    private void classes(String... names) {
        var items = new java.util.ArrayList<Map<String, Object>>();
        for (var name : names) {
            items.add(Map.of("id", Integer.toString(items.size() + 2), "Name", name));
        }
        rt.server.stubFor(get(urlPathEqualTo(REST + "/classes/all")).willReturn(json(200, Map.of("items", items))));
    }

    private void knownArticle() {
        rt.server.stubFor(search("/articles").willReturn(list(article(12, "Portal knowledge", "everyone"))));
    }

    private static Map<String, Object> article(int id, String className, String audience) {
        return Map.ofEntries(
                Map.entry("id", Integer.toString(id)),
                Map.entry("type", "article"),
                Map.entry("Name", "VPN"),
                Map.entry("Summary", ""),
                Map.entry("Class", Map.of("type", "class", "id", "2", "Name", className)),
                Map.entry("Created", "2026-11-24T09:56:01Z"),
                Map.entry("Disabled", "0"),
                Map.entry("CustomFields", fields("Audience", audience)));
    }

    private static Map<String, Object> article(int id, long transaction) {
        var change = new HashMap<>(transaction(transaction, "Set", id, "agent"));
        change.put("ObjectType", "RT::Article");
        return change;
    }

    private static Map<String, Object> feedback(int id) {
        var row = new HashMap<>(row(id, id, "new"));
        row.put("Queue", Map.of("type", "queue", "id", "8", "Name", "Knowledge feedback"));
        return row;
    }

    private static String cursor(long head) {
        return RtCursor.beginning(0, 0)
                .in(Phase.FEED, 0)
                .having(List.of(head), 0)
                .having(List.of(), 1_000_000)
                .havingCompared(1, 0, Instant.parse("2026-11-24T10:00:00Z").getEpochSecond())
                .toString();
    }
}
