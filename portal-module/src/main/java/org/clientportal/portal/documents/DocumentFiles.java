package org.clientportal.portal.documents;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.audit.Audit;
import org.clientportal.portal.audit.Deed;
import org.clientportal.portal.conversation.Attachments;
import org.clientportal.portal.documents.DocumentPage.VersionView;
import org.clientportal.portal.documents.ReadableDocuments.Readable;
import org.clientportal.portal.web.Formats;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files of documents, for whoever may read the document. */
@Component
class DocumentFiles {

    private final JdbcClient jdbc;
    private final ReadableDocuments documents;
    private final Attachments attachments;
    private final Audit audit;
    private final DocumentSettings settings;

    DocumentFiles(
            JdbcClient jdbc,
            ReadableDocuments documents,
            Attachments attachments,
            Audit audit,
            DocumentSettings settings) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.attachments = attachments;
        this.audit = audit;
        this.settings = settings;
    }

    private record File(String name, long size) {}

    /** Its versions with their files, newest first. Within a page's transaction. */
    List<VersionView> versions(Readable document, Formats formats) {
        var files = files(document);
        return documents.versions(document).stream()
                .map(version -> {
                    var file = Objects.requireNonNull(files.get(version.file()));
                    var url = version.number() == document.newest()
                            ? document.url()
                            : DocumentPaths.version(document.platformId(), version.number());
                    return new VersionView(
                            version.number(),
                            formats.when(version.since()),
                            version.changes(),
                            url,
                            file.name(),
                            formats.size(file.size()),
                            DocumentRow.format(file.name()),
                            DocumentPaths.file(document.platformId(), version.number()),
                            null);
                })
                .toList();
    }

    private Map<UUID, File> files(Readable document) {
        var files = new HashMap<UUID, File>();
        jdbc.sql("select id, name, size from attachment where document = ?")
                .param(document.id())
                .query((row, number) -> files.put(
                        row.getObject("id", UUID.class), new File(row.getString("name"), row.getLong("size"))))
                .list();
        return files;
    }

    /** The file of a version that the viewer is about to download; recorded when the administrator wants that. */
    @PageTransaction
    Optional<Attachments.Found> downloaded(Viewer viewer, String platformId, int number) {
        return documents.readable(viewer, platformId).flatMap(document -> {
            var file = file(document, number);
            file.filter(found -> settings.auditDownloads() && !viewer.readsOnly())
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
