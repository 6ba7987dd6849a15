package org.clientportal.portal.documents;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import org.clientportal.itsm.Audience;
import org.clientportal.itsm.ChangePage;
import org.clientportal.itsm.Document;
import org.clientportal.itsm.Document.Version;
import org.clientportal.itsm.Entry.FileRef;
import org.clientportal.portal.RunningPortal;
import org.clientportal.ports.ChangeIntake;
import org.clientportal.ports.ContentWork;
import org.clientportal.ports.FileIntake;

/** Documents of one version, published on a portal with their content, for tests of what becomes of it. */
final class PublishedDocuments {

    private final RunningPortal portal;
    private int cursor;

    PublishedDocuments(RunningPortal portal) {
        this.portal = portal;
    }

    void publish(String id, String title, String person, String type, byte[] content) {
        var intake = portal.bean(ChangeIntake.class);
        var document = new Document(
                id,
                title,
                "",
                "",
                new Audience(false, false, List.of(), List.of(), List.of(person)),
                List.of(new Version(
                        1, Instant.parse("2026-11-01T10:00:00Z"), "", new FileRef(id + "-f", "plik", type, -1))),
                Instant.EPOCH,
                false,
                1);
        intake.take(
                intake.cursor().orElse(null),
                new ChangePage(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(document),
                        id + "-" + ++cursor,
                        false));
        var file = portal.inWork(() -> portal.jdbc()
                .sql("select cast(id as text) from attachment where platform_id = ?")
                .param(id + "-f")
                .query(String.class)
                .single());
        portal.bean(FileIntake.class).store(new FileIntake.Missing(file, id + "-f"), new ByteArrayInputStream(content));
    }

    /** What the portal does in the background with contents, until nothing is left. */
    void tend() {
        portal.context().getBeanProvider(ContentWork.class).orderedStream().forEach(work -> {
            while (work.next()) {
                // the next one
            }
        });
    }
}
