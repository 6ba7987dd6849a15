package org.clientportal.portal.notes;

import org.clientportal.portal.web.Formats;
import org.clientportal.portal.web.WhenView;
import org.jspecify.annotations.Nullable;

/**
 * A note in a list.
 *
 * @param author empty when nobody knows
 * @param changed when title, words or files changed last
 * @param mark null for what was read
 */
public record NoteRow(
        String url,
        String title,
        String author,
        WhenView changed,
        boolean files,
        @Nullable NoteMark mark) {

    static NoteRow of(ReadableNotes.Readable note, Formats formats) {
        return new NoteRow(
                note.url(), note.title(), note.author(), formats.when(note.changedAt()), note.files() > 0, note.mark());
    }
}
