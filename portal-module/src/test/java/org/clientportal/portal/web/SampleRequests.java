package org.clientportal.portal.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientportal.portal.conversation.Solution;
import org.clientportal.portal.requests.ColleaguesPage;
import org.clientportal.portal.requests.FieldView;
import org.clientportal.portal.requests.RequestChoicePage;
import org.clientportal.portal.requests.RequestChoicePage.KindView;
import org.clientportal.portal.requests.RequestPage;
import org.jspecify.annotations.Nullable;

/** Samples of the request catalogue. */
final class SampleRequests extends SampleScene {

    SampleRequests(String language, Said said, String colour) {
        super(language, said, colour);
    }

    Map<String, Page> pages() {
        var pages = new LinkedHashMap<String, Page>();
        pages.put("request-choice", choice("", null, kinds()));
        pages.put("request-choice-found", choice(said.query(), kinds(), List.of()));
        pages.put("request-choice-nothing", choice(said.query(), List.of(), List.of()));
        pages.put("request", request(Form.empty("/tickets/new/laptop", "k", LIMITS), List.of()));
        pages.put(
                "request-wrong",
                request(
                        new Form(
                                "/tickets/new/laptop",
                                "k",
                                "d",
                                Map.of("q-text", said.subject()),
                                List.of(
                                        Form.Problem.of("q-text", "requests.own-words", said.text()),
                                        Form.Problem.of("q-radios", "requests.own-words", said.text()),
                                        Form.Problem.of("q-checks", "requests.own-words", said.text()),
                                        LIMITS.tooMany()),
                                List.of(new Form.DraftFileView("f", said.file(), "412\u00a0kB", "image")),
                                LIMITS),
                        List.of()));
        pages.put(
                "request-changed",
                request(
                        Form.empty("/tickets/new/laptop", "k", LIMITS),
                        List.of(
                                new RequestPage.Change("added", said.subject(), ""),
                                new RequestPage.Change("changed", said.subject(), ""),
                                new RequestPage.Change("removed", said.subject(), said.text()))));
        pages.put(
                "colleagues",
                new ColleaguesPage(
                        frame(null),
                        List.of(
                                new ColleaguesPage.Option(said.me() + " <a@b.example>", said.me(), said.query()),
                                new ColleaguesPage.Option(said.me(), said.me(), ""))));
        return pages;
    }

    private List<KindView> kinds() {
        return List.of(
                new KindView("a", "/tickets/new/a", said.subject(), said.text(), "laptop", null, said.query()),
                new KindView(
                        "b",
                        "/tickets/new/b",
                        said.query(),
                        said.subject(),
                        "form",
                        "/tickets/new/b/picture?v=1",
                        "x"));
    }

    private RequestChoicePage choice(String query, @Nullable List<KindView> found, List<KindView> frequent) {
        return new RequestChoicePage(
                frame(Place.TICKETS),
                query,
                "A-1",
                found,
                frequent,
                List.of(new RequestChoicePage.Group(said.query(), kinds())));
    }

    private RequestPage request(Form form, List<RequestPage.Change> changes) {
        return new RequestPage(
                frame(Place.TICKETS),
                form,
                3,
                said.subject(),
                said.text(),
                "laptop",
                null,
                List.of("text", "area", "number", "date", "radios", "list", "checks", "person", "files").stream()
                        .map(type -> question(type, form))
                        .toList(),
                changes.isEmpty(),
                changes,
                changes.isEmpty() ? null : new Solution("A-1", said.subject(), "/knowledge/A-1"));
    }

    private FieldView question(String type, Form form) {
        var name = type.equals("files") ? "files" : "q-" + type;
        var open = type.equals("text");
        return new FieldView(
                name,
                type,
                said.subject(),
                said.text(),
                open,
                !open,
                open ? "" : said.text(),
                open ? "" : "{\"field\":\"text\",\"filled\":\"true\"}",
                open ? "" : "{\"field\":\"text\",\"is\":[\"" + said.query().replaceAll("\\W", "") + "\"]}",
                open ? "" : said.text(),
                type.matches("radios|list|checks")
                        ? List.of(new Choice("1", said.subject(), true), new Choice("2", said.query(), false))
                        : List.of(),
                form.value(name),
                200,
                "2026-11-24",
                "",
                open);
    }
}
