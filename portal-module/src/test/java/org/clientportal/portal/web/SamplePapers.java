package org.clientportal.portal.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientportal.portal.documents.DocumentListPage;
import org.clientportal.portal.documents.DocumentListPage.Filter;
import org.clientportal.portal.documents.DocumentOverview;
import org.clientportal.portal.documents.DocumentPage;
import org.clientportal.portal.documents.DocumentPage.PageView;
import org.clientportal.portal.documents.DocumentPage.VersionView;
import org.clientportal.portal.documents.DocumentRow;
import org.jspecify.annotations.Nullable;

/** Samples of documents: lists, a document with and without pictures of its pages, an earlier version. */
final class SamplePapers extends SampleScene {

    SamplePapers(String language, Said said, String colour) {
        super(language, said, colour);
    }

    Map<String, Page> pages() {
        var pages = new LinkedHashMap<String, Page>();
        var frame = frame(Place.DOCUMENTS);
        pages.put(
                "documents", new DocumentListPage(frame, rows(), kinds(false), years(), null, "/documents?before=c1"));
        pages.put(
                "documents-narrowed",
                new DocumentListPage(frame, rows().subList(1, 2), kinds(true), years(), "/documents?kind=Umowa", null));
        pages.put("documents-empty", new DocumentListPage(frame, List.of(), List.of(), List.of(), null, null));
        pages.put("documents-narrowed-empty", new DocumentListPage(frame, List.of(), kinds(true), years(), null, null));
        pages.put("document", document(version(3, "/documents/c1/versions/3/file", null), pictures(), null));
        pages.put("document-earlier", earlier());
        for (var note : List.of("no-preview", "preview-coming", "preview-locked", "preview-failed")) {
            pages.put("document-" + note, withNote(Phrase.of("document." + note), List.of()));
        }
        pages.put("document-preview-first", withNote(Phrase.of("document.preview-first", 2, 120), pictures()));
        for (var held : List.of("checking", "held")) {
            pages.put("document-" + held, document(version(3, null, Phrase.of("document." + held)), List.of(), null));
        }
        return pages;
    }

    private List<DocumentRow> rows() {
        return rows(formats(), said);
    }

    private static List<DocumentRow> rows(Formats formats, Said said) {
        var when = formats.when(NOW.minusSeconds(86_400 * 3));
        return List.of(
                new DocumentRow("/documents/c1", said.subject(), "Umowa", "file", when, 3, "PDF", true),
                new DocumentRow("/documents/c2", "Regulamin pracy", said.agent(), "file", when, 1, "DOCX", false),
                new DocumentRow("/documents/c3", "Plan ewakuacji", "", "image", when, 12, "", false));
    }

    static DocumentOverview.Card card(String language, Said said) {
        return new DocumentOverview.Card(rows(new SamplePapers(language, said, "#0b5563").formats(), said));
    }

    private List<Filter> kinds(boolean chosen) {
        return List.of(
                new Filter("", "/documents", 0, !chosen),
                new Filter("Umowa", "/documents?kind=Umowa", 1, chosen),
                new Filter(said.agent(), "/documents?kind=x", 22, false));
    }

    private List<Filter> years() {
        return List.of(
                new Filter("", "/documents", 0, true),
                new Filter("2026", "/documents?year=2026", 2, false),
                new Filter("2025", "/documents?year=2025", 5, false));
    }

    private List<PageView> pictures() {
        return List.of(
                new PageView("/documents/c1/versions/3/pages/1", 1240, 1754),
                new PageView("/documents/c1/versions/3/pages/2", 1754, 1240));
    }

    private VersionView version(int number, @Nullable String fileUrl, @Nullable Phrase held) {
        return new VersionView(
                number,
                when(4_000 * (5 - number)),
                number == 1 ? "" : said.text(),
                "/documents/c1/versions/" + number,
                said.file(),
                "91\u00a0kB",
                "PDF",
                fileUrl,
                held);
    }

    private DocumentPage document(VersionView shown, List<PageView> pictures, @Nullable Phrase note) {
        return new DocumentPage(
                frame(Place.DOCUMENTS),
                said.subject(),
                "Umowa",
                said.text(),
                shown,
                shown.number() == 3 ? null : "/documents/c1",
                pictures,
                note,
                List.of(
                        version(2, "/documents/c1/versions/2/file", null),
                        version(1, "/documents/c1/versions/1/file", null)));
    }

    private DocumentPage withNote(Phrase note, List<PageView> pictures) {
        return document(version(3, "/documents/c1/versions/3/file", null), pictures, note);
    }

    private DocumentPage earlier() {
        return document(version(1, "/documents/c1/versions/1/file", null), List.of(), null);
    }
}
