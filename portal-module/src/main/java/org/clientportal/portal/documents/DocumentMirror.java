package org.clientportal.portal.documents;

import java.sql.Types;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.clientportal.itsm.Document;
import org.clientportal.itsm.Document.Version;
import org.clientportal.itsm.Person;
import org.clientportal.portal.conversation.FileRows;
import org.clientportal.portal.conversation.FileRows.Owner;
import org.clientportal.ports.DocumentIntake;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Documents of the platform: what they are called, for whom they are, their versions. */
@Component
class DocumentMirror implements DocumentIntake {

    private final JdbcClient jdbc;
    private final DocumentReaders readers;
    private final DocumentFinds search;
    private final FileRows attachments;

    DocumentMirror(JdbcClient jdbc, DocumentReaders readers, DocumentFinds search, FileRows attachments) {
        this.jdbc = jdbc;
        this.readers = readers;
        this.search = search;
        this.attachments = attachments;
    }

    @Override
    public void take(List<Document> documents) {
        documents.stream()
                // a platform may tell that something is gone which the portal never saw
                .filter(document -> !document.gone() || isKnown(document.id()))
                .forEach(this::take);
    }

    @Override
    public void peopleArrived(List<Person> people) {
        readers.peopleArrived(people.stream().map(Person::id).toList());
    }

    private boolean isKnown(String platformId) {
        return jdbc.sql("select exists (select from document where platform_id = ?)")
                .param(platformId)
                .query(Boolean.class)
                .single();
    }

    private void take(Document document) {
        store(document).ifPresent(id -> {
            var versions = document.gone() ? List.<Version>of() : document.versions();
            var files = versions.stream().map(Version::file).toList();
            var ids = attachments.ids(Owner.DOCUMENT, files);
            readers.take(id, document);
            attachments.store(Owner.DOCUMENT, id, files, ids);
            storeVersions(id, versions, ids);
            search.changed(id);
        });
    }

    private void storeVersions(long document, List<Version> versions, Map<String, UUID> files) {
        jdbc.sql("delete from document_version where document = ?")
                .param(document)
                .update();
        versions.forEach(version -> jdbc.sql("""
                        insert into document_version (document, number, since, changes, file) values (?, ?, ?, ?, ?)
                        on conflict do nothing""")
                .params(
                        document,
                        version.number(),
                        version.since().atOffset(ZoneOffset.UTC),
                        version.changes().strip(),
                        Objects.requireNonNull(files.get(version.file().id())))
                .update());
    }

    /** Empty when the mirror already has this state or a newer one. */
    private Optional<Long> store(Document document) {
        var newest = document.gone() || document.versions().isEmpty()
                ? null
                : document.versions().getLast();
        return jdbc.sql("""
                        insert into document (platform_id, title, kind, summary, newest, since, changed_at, gone, version)
                        values (:id, :title, :kind, :summary, :newest, :since, :changed, :gone, :version)
                        on conflict (platform_id) do update set title = excluded.title, kind = excluded.kind,
                          summary = excluded.summary, newest = excluded.newest, since = excluded.since,
                          changed_at = excluded.changed_at, gone = excluded.gone, version = excluded.version
                        where document.version < excluded.version
                        returning id""")
                .param("id", document.id())
                .param("title", document.title().strip())
                .param("kind", document.kind().strip())
                .param("summary", document.summary().strip())
                .param("newest", newest == null ? null : newest.number(), Types.INTEGER)
                .param(
                        "since",
                        newest == null ? null : newest.since().atOffset(ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("changed", document.changedAt().atOffset(ZoneOffset.UTC))
                // what has no version has nothing to be read
                .param("gone", newest == null)
                .param("version", document.version())
                .query(Long.class)
                .optional();
    }
}
