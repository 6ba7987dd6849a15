package org.clientportal.portal.notes;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.web.Formats;
import org.clientportal.portal.web.Frames;
import org.clientportal.portal.web.NotFound;
import org.clientportal.portal.web.Place;
import org.clientportal.portal.web.Templates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what the pages of notes show, each in one transaction with the viewer's eyes. */
@Component
class NotePages {

    private static final int ROWS = 30;
    private static final int OTHERS = 15;

    private final Frames frames;
    private final ReadableNotes notes;
    private final NoteFiles files;
    private final NoteReads reads;

    NotePages(Frames frames, ReadableNotes notes, NoteFiles files, NoteReads reads) {
        this.frames = frames;
        this.notes = notes;
        this.files = files;
        this.reads = reads;
    }

    @PageTransaction
    NoteListPage list(HttpServletRequest request, Viewer viewer, @Nullable String before) {
        var frame = frames.frame(request, Place.NOTES);
        var found = notes.of(viewer, before, ROWS + 1);
        var shown = found.subList(0, Math.min(ROWS, found.size()));
        return new NoteListPage(
                frame,
                shown.stream().map(note -> NoteRow.of(note, frame.formats())).toList(),
                before == null ? null : NotePaths.ALL,
                found.size() > ROWS ? NotePaths.before(shown.getLast().platformId()) : null);
    }

    /**
     * Whoever opens a note has read it.
     *
     * @param ahead whether the browser only fetches it in case the person will open it
     */
    @PageTransaction
    NotePage note(HttpServletRequest request, Viewer viewer, String platformId, boolean ahead) {
        var note = notes.visibleTo(viewer, platformId).orElseThrow(NotFound::new);
        var frame = frames.frame(request, Place.NOTES);
        var formats = frame.formats();
        var reading = !ahead && !viewer.readsOnly();
        var readAt = reading ? reads.mark(viewer, note) : note.mark() == null ? note.readAt() : null;
        return new NotePage(
                frame,
                note.url(),
                note.title(),
                note.author(),
                Templates.safe(note.html()),
                files.of(note, formats),
                formats.when(note.writtenAt()),
                note.changedAt().equals(note.writtenAt()) ? null : formats.when(note.changedAt()),
                note.mark() == NoteMark.CHANGED ? formats.when(Objects.requireNonNull(note.readAt())) : null,
                readAt == null ? null : formats.when(readAt),
                others(viewer, frame.formats()));
    }

    private List<NoteRow> others(Viewer viewer, Formats formats) {
        var last = notes.of(viewer, null, OTHERS);
        return last.size() < 2
                ? List.of()
                : last.stream().map(note -> NoteRow.of(note, formats)).toList();
    }
}
