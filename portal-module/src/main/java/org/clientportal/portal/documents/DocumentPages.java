package org.clientportal.portal.documents;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.documents.DocumentListPage.Filter;
import org.clientportal.portal.documents.DocumentPage.PageView;
import org.clientportal.portal.documents.DocumentPage.VersionView;
import org.clientportal.portal.documents.ReadableDocuments.Narrowing;
import org.clientportal.portal.documents.ReadableDocuments.Readable;
import org.clientportal.portal.previews.Previews.Preview;
import org.clientportal.portal.web.Frames;
import org.clientportal.portal.web.NotFound;
import org.clientportal.portal.web.Phrase;
import org.clientportal.portal.web.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what the pages of documents show, each in one transaction with the viewer's eyes. */
@Component
class DocumentPages {

    private static final int ROWS = 30;

    private final Frames frames;
    private final ReadableDocuments documents;
    private final DocumentFiles files;
    private final DocumentsSeen seen;

    DocumentPages(Frames frames, ReadableDocuments documents, DocumentFiles files, DocumentsSeen seen) {
        this.frames = frames;
        this.documents = documents;
        this.files = files;
        this.seen = seen;
    }

    /**
     * The list.
     *
     * @param kind null for every kind
     * @param year 0 for every year
     * @param before see {@link DocumentPaths#list}
     */
    @PageTransaction
    DocumentListPage list(
            HttpServletRequest request, Viewer viewer, @Nullable String kind, int year, @Nullable String before) {
        var frame = frames.frame(request, Place.DOCUMENTS);
        var from = year == 0 ? null : LocalDate.of(year, 1, 1).atStartOfDay(viewer.zone());
        var found = documents.list(
                viewer,
                new Narrowing(
                        kind,
                        from == null ? null : from.toInstant(),
                        from == null ? null : from.plusYears(1).toInstant()),
                before,
                ROWS + 1);
        var rows = found.stream().limit(ROWS).toList();
        return new DocumentListPage(
                frame,
                rows.stream()
                        .map(document -> DocumentRow.of(document, frame.formats()))
                        .toList(),
                kinds(viewer, kind, year),
                years(viewer, kind, year),
                before == null ? null : DocumentPaths.list(kind, year, null),
                found.size() > ROWS
                        ? DocumentPaths.list(kind, year, rows.getLast().platformId())
                        : null);
    }

    private List<Filter> kinds(Viewer viewer, @Nullable String chosen, int year) {
        var filters = new ArrayList<Filter>();
        for (var kind : documents.kinds(viewer)) {
            filters.add(new Filter(
                    kind.name(),
                    DocumentPaths.list(kind.name(), year, null),
                    kind.count(),
                    kind.name().equals(chosen)));
        }
        if (filters.size() > 1 || chosen != null) {
            filters.addFirst(new Filter("", DocumentPaths.list(null, year, null), 0, chosen == null));
            return filters;
        }
        return List.of();
    }

    private List<Filter> years(Viewer viewer, @Nullable String kind, int chosen) {
        var filters = new ArrayList<Filter>();
        for (var year : documents.years(viewer)) {
            filters.add(new Filter(
                    year.name(),
                    DocumentPaths.list(kind, Integer.parseInt(year.name()), null),
                    year.count(),
                    year.name().equals(String.valueOf(chosen))));
        }
        if (filters.size() > 1 || chosen != 0) {
            filters.addFirst(new Filter("", DocumentPaths.list(kind, 0, null), 0, chosen == 0));
            return filters;
        }
        return List.of();
    }

    /** @param number of the version; empty for the newest */
    @PageTransaction
    DocumentPage document(HttpServletRequest request, Viewer viewer, String platformId, Optional<Integer> number) {
        var document = documents.readable(viewer, platformId).orElseThrow(NotFound::new);
        var frame = frames.frame(request, Place.DOCUMENTS);
        var views = files.versions(document, frame.formats());
        int wanted = number.orElse(document.newest());
        var shown = views.stream()
                .filter(version -> version.number() == wanted)
                .findFirst()
                .orElseThrow(NotFound::new);
        seen.opened(viewer, document, shown.number());
        return page(frame, document, shown, views);
    }

    private DocumentPage page(
            org.clientportal.portal.web.Frame frame, Readable document, VersionView shown, List<VersionView> views) {
        var preview = files.preview(document, shown.number());
        return new DocumentPage(
                frame,
                document.title(),
                document.kind(),
                document.summary(),
                shown,
                shown.number() == document.newest() ? null : document.url(),
                preview.pages().stream()
                        .map(size -> new PageView(
                                DocumentPaths.page(document.platformId(), shown.number(), size.page()),
                                size.width(),
                                size.height()))
                        .toList(),
                note(shown, preview),
                views.stream()
                        .filter(version -> version.number() != document.newest())
                        .toList());
    }

    /** Why there are no pictures, or not of all pages; null when there is nothing to say. */
    private static @Nullable Phrase note(VersionView shown, Preview preview) {
        if (shown.held() != null) {
            return null;
        }
        return switch (preview.state()) {
            case NEVER -> Phrase.of("document.no-preview");
            case COMING -> Phrase.of("document.preview-coming");
            case LOCKED -> Phrase.of("document.preview-locked");
            case FAILED -> Phrase.of("document.preview-failed");
            case READY ->
                preview.count() > preview.pages().size()
                        ? Phrase.of("document.preview-first", preview.pages().size(), preview.count())
                        : null;
        };
    }
}
