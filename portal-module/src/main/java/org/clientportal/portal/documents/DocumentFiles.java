package org.clientportal.portal.documents;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.audit.Audit;
import org.clientportal.portal.audit.Deed;
import org.clientportal.portal.conversation.Attachments;
import org.clientportal.portal.documents.DocumentPage.VersionView;
import org.clientportal.portal.documents.ReadableDocuments.Readable;
import org.clientportal.portal.documents.ReadableDocuments.Version;
import org.clientportal.portal.previews.Previews;
import org.clientportal.portal.previews.Previews.Picture;
import org.clientportal.portal.previews.Previews.Preview;
import org.clientportal.portal.web.Formats;
import org.clientportal.portal.web.Phrase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The files of documents, for whoever may read the document. */
@Component
class DocumentFiles {

    private final ReadableDocuments documents;
    private final Attachments attachments;
    private final Previews previews;
    private final Audit audit;
    private final DocumentSettings settings;

    DocumentFiles(
            ReadableDocuments documents,
            Attachments attachments,
            Previews previews,
            Audit audit,
            DocumentSettings settings) {
        this.documents = documents;
        this.attachments = attachments;
        this.previews = previews;
        this.audit = audit;
        this.settings = settings;
    }

    /** Its versions with their files, newest first. Within a page's transaction. */
    List<VersionView> versions(Readable document, Formats formats) {
        return documents.versions(document).stream()
                .map(version -> view(document, version, formats))
                .toList();
    }

    private VersionView view(Readable document, Version version, Formats formats) {
        var file = attachments.ofDocument(document.id(), version.file()).orElseThrow();
        var url = version.number() == document.newest()
                ? document.url()
                : DocumentPaths.version(document.platformId(), version.number());
        var held = held(file);
        return new VersionView(
                version.number(),
                formats.when(version.since()),
                version.changes(),
                url,
                file.name(),
                formats.size(file.size()),
                DocumentRow.format(file.name()),
                held == null ? DocumentPaths.file(document.platformId(), version.number()) : null,
                held);
    }

    /** What is not mirrored is looked at when it is asked for. */
    private @Nullable Phrase held(Attachments.Found file) {
        return file.sha256() == null
                ? null
                : switch (attachments.state(file)) {
                    case CLEAN -> null;
                    case WAITING -> Phrase.of("document.checking");
                    case HELD -> Phrase.of("document.held");
                };
    }

    /** Pictures of a version's pages, as far as there are any; none of what is held. Within a page's transaction. */
    Preview preview(Readable document, int number) {
        return file(document, number)
                .filter(file -> held(file) == null)
                .map(file -> previews.of(file.contentType(), file.size(), file.sha256()))
                .orElse(Previews.NOTHING);
    }

    /** The picture of a page. */
    @PageTransaction
    Optional<Picture> page(Viewer viewer, String platformId, int number, int page) {
        return documents
                .readable(viewer, platformId)
                .flatMap(document -> file(document, number))
                .filter(file -> held(file) == null)
                .flatMap(file -> picture(file, page));
    }

    private Optional<Picture> picture(Attachments.Found file, int page) {
        var sha256 = file.sha256();
        return sha256 == null ? Optional.empty() : previews.page(sha256, page);
    }

    /** The file of a version that the viewer is about to download; recorded when the administrator wants that. */
    @PageTransaction
    Optional<Attachments.Found> downloaded(Viewer viewer, String platformId, int number) {
        return documents.readable(viewer, platformId).flatMap(document -> {
            var file = file(document, number);
            file.filter(found -> settings.auditDownloads() && !viewer.readsOnly() && held(found) == null)
                    .ifPresent(found -> audit.note(new Deed(
                            Deed.Actor.person(viewer.email()),
                            "document.downloaded",
                            new Deed.Subject("document", String.valueOf(document.id()), document.title()),
                            Map.of(),
                            Map.of("version", number, "file", found.name()))));
            return file;
        });
    }

    private Optional<Attachments.Found> file(Readable document, int number) {
        return documents.versions(document).stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .flatMap(version -> attachments.ofDocument(document.id(), version.file()));
    }
}
