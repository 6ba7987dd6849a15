package org.clientportal.portal.evidence;

import java.util.Optional;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.audit.Audit;
import org.clientportal.portal.audit.Deed;
import org.clientportal.portal.audit.Deed.Actor;
import org.clientportal.portal.audit.Deed.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** PDFs of confirmations, for whoever may see them: byte for byte what was confirmed. Each reading is recorded. */
@Component
public class ConfirmationPdfs {

    private final JdbcClient jdbc;
    private final Audit audit;

    ConfirmationPdfs(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** The file; {@code name} is safe in a header. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Pdf(String name, byte[] bytes) {}

    /** Empty when there is none, when the viewer may not see it, and when it was erased. */
    @PageTransaction
    public Optional<Pdf> read(Viewer viewer, long id) {
        var found = jdbc.sql("select file_name, pdf from confirmation where id = ? and pdf is not null")
                .param(id)
                .query((row, number) -> new Pdf(row.getString("file_name"), row.getBytes("pdf")))
                .optional();
        if (found.isPresent() && !viewer.readsOnly()) {
            audit.note(Deed.of(
                    Actor.person(viewer.email()),
                    "confirmation.read",
                    new Subject("confirmation", Long.toString(id), found.get().name())));
        }
        return found;
    }
}
