package org.clientportal.itsm.rt;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.net.URI;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Answers in the shapes that RT 5.0.3 was seen to give, and those that it gives when something is wrong. */
class RtStub implements AutoCloseable {

    static final String REST = "/REST/2.0";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SESSION = "RT_SID_oriale.example.80=5e425381b2a5485c7109b647ece8cb96";

    final WireMockServer server = new WireMockServer(options().dynamicPort());

    RtStub() {
        server.start();
        server.stubFor(any(urlPathMatching(REST + "/.*")).atPriority(10).willReturn(list()));
        server.stubFor(post(urlPathEqualTo("/NoAuth/Login.html"))
                .willReturn(aResponse()
                        .withStatus(200)
                        .withHeader("Content-Type", "text/html; charset=utf-8")
                        .withHeader("Set-Cookie", SESSION + "; path=/; HttpOnly")
                        .withBody("<!DOCTYPE html><html lang=\"en\"></html>")));
        server.stubFor(any(urlPathMatching(REST + "/.*"))
                .withHeader("Cookie", matching("^$"))
                .atPriority(1)
                .willReturn(loginRequired()));
        server.stubFor(search("/customfields")
                .willReturn(list(Map.of("id", "5", "type", "customfield", "Name", "Portal last word"))));
        server.stubFor(search("/groups").willReturn(list(Map.of("id", "4", "type", "group", "Name", "Privileged"))));
        server.stubFor(
                search("/groups").withRequestBody(containing("UserDefined")).willReturn(list()));
        server.stubFor(get(urlPathEqualTo(REST + "/group/4"))
                .willReturn(json(200, Map.of("id", 4, "Members", List.of(Map.of("type", "user", "id", "agent"))))));
    }

    URI url() {
        return URI.create(server.baseUrl());
    }

    /** What RT answers when it knows no session. */
    static ResponseDefinitionBuilder loginRequired() {
        return aResponse().withStatus(302).withHeader("Location", "/").withBody("Login required");
    }

    static ResponseDefinitionBuilder json(int status, Object body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json; charset=\"utf-8\"")
                .withBody(JSON.writeValueAsString(body));
    }

    @SafeVarargs
    static ResponseDefinitionBuilder list(Map<String, Object>... items) {
        return json(200, listing(List.of(items)));
    }

    /** As RT gives it to an account that is no superuser: without total, pages and next page. */
    private static Map<String, Object> listing(List<Map<String, Object>> items) {
        return Map.of("page", 1, "per_page", 100, "count", items.size(), "items", items);
    }

    static MappingBuilder search(String path) {
        return post(urlPathEqualTo(REST + path));
    }

    /** A JSON search for ids behind one. */
    static MappingBuilder searchAfter(String path, long id) {
        return search(path).withRequestBody(matchingJsonPath("$[?(@.field == 'id' && @.value == '" + id + "')]"));
    }

    /** A list of tickets by TicketSQL. */
    static MappingBuilder ticketsWhere(String query) {
        return get(urlPathEqualTo(REST + "/tickets")).withQueryParam("query", containing(query));
    }

    /** A page of the feed. */
    static MappingBuilder feedAfter(long id, String order, int page) {
        return searchAfter("/transactions", id)
                .withQueryParam("order", equalTo(order))
                .withQueryParam("page", equalTo(Integer.toString(page)));
    }

    static Map<String, Object> ticket(int id, String status, String lastWord) {
        return Map.of(
                "id", id, "type", "ticket", "Status", status, "CustomFields", fields("Portal last word", lastWord));
    }

    static Map<String, Object> row(int id, int effectiveId, String status) {
        return Map.ofEntries(
                Map.entry("id", Integer.toString(id)),
                Map.entry("type", "ticket"),
                Map.entry("Subject", "Drukarka"),
                Map.entry("Status", status),
                Map.entry("Queue", Map.of("type", "queue", "id", "3")),
                Map.entry("Priority", "50"),
                Map.entry("Owner", Map.of("type", "user", "id", "Nobody", "Name", "Nobody")),
                Map.entry(
                        "Requestor",
                        List.of(Map.of("type", "user", "id", 49, "Name", "anna", "Organization", "Oriale"))),
                Map.entry("Cc", List.of()),
                Map.entry("Created", "2026-11-24T09:56:01Z"),
                Map.entry("EffectiveId", Integer.toString(effectiveId)));
    }

    static Map<String, Object> transaction(long id, String type, int ticket, String creator) {
        return Map.ofEntries(
                Map.entry("id", Long.toString(id)),
                Map.entry("type", "transaction"),
                Map.entry("Type", type),
                Map.entry("ObjectType", "RT::Ticket"),
                Map.entry("ObjectId", Integer.toString(ticket)),
                Map.entry("Field", ""),
                Map.entry("OldValue", ""),
                Map.entry("NewValue", ""),
                Map.entry("Created", "2026-11-24T09:56:01Z"),
                Map.entry("Creator", Map.of("type", "user", "id", 47, "Name", creator, "RealName", "Marta Zielińska")),
                Map.entry("CustomFields", fields("Portal entry key", "")));
    }

    static Map<String, Object> part(long id, long transaction, String text) {
        return Map.of(
                "id",
                Long.toString(id),
                "type",
                "attachment",
                "TransactionId",
                Long.toString(transaction),
                "ContentType",
                "text/plain",
                "Filename",
                "",
                "ContentLength",
                Integer.toString(text.length()),
                "Headers",
                "Content-Type: text/plain; charset=\"utf-8\"\nContent-Disposition: inline",
                "Content",
                text);
    }

    static List<Map<String, Object>> fields(String name, String value) {
        return List.of(Map.of(
                "type",
                "customfield",
                "id",
                "6",
                "name",
                name,
                "values",
                value.isEmpty() ? List.of() : List.of(value)));
    }

    @Override
    public void close() {
        server.stop();
    }
}
