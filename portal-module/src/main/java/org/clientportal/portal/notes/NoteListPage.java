package org.clientportal.portal.notes;

import java.util.List;
import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * What support wrote for a person.
 *
 * @param newestUrl null on the first page
 * @param olderUrl null on the last one
 */
public record NoteListPage(
        Frame frame,
        List<NoteRow> rows,
        @Nullable String newestUrl,
        @Nullable String olderUrl) implements Page {

    public NoteListPage {
        rows = List.copyOf(rows);
    }

    @Override
    public String template() {
        return "pages/notes/list";
    }
}
