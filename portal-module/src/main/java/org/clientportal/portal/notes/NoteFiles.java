package org.clientportal.portal.notes;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.conversation.AttachmentView;
import org.clientportal.portal.conversation.Attachments;
import org.clientportal.portal.web.Formats;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files of notes, for whoever may read the note. */
@Component
class NoteFiles {

    private final JdbcClient jdbc;
    private final ReadableNotes notes;
    private final Attachments attachments;

    NoteFiles(JdbcClient jdbc, ReadableNotes notes, Attachments attachments) {
        this.jdbc = jdbc;
        this.notes = notes;
        this.attachments = attachments;
    }

    List<AttachmentView> of(ReadableNotes.Readable note, Formats formats) {
        return jdbc.sql("select id, name, content_type, size from attachment where note = ? order by position")
                .param(note.id())
                .query((row, number) -> new AttachmentView(
                        row.getString("name"),
                        note.url() + "/files/" + row.getString("id"),
                        formats.size(row.getLong("size")),
                        AttachmentView.icon(row.getString("content_type"))))
                .list();
    }

    @PageTransaction
    Optional<Attachments.Found> visibleTo(Viewer viewer, String platformId, UUID file) {
        return notes.visibleTo(viewer, platformId).flatMap(note -> attachments.ofNote(note.id(), file));
    }
}
