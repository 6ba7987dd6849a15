package org.clientportal.portal.notes;

import java.util.List;
import java.util.Optional;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.web.Formats;
import org.springframework.stereotype.Component;

/** What notes offer to the page a person arrives on. */
@Component
public class NoteOverview {

    private static final int SHOWN = 3;

    private final ReadableNotes notes;

    NoteOverview(ReadableNotes notes) {
        this.notes = notes;
    }

    /** Notes that the person has not read, or not in their present words; the last changed first, at most three. */
    public record Card(List<NoteRow> rows) {

        public Card {
            rows = List.copyOf(rows);
        }
    }

    /** Empty for whoever does not have notes, or has read all of them. */
    @PageTransaction
    public Optional<Card> of(Viewer viewer, Formats formats) {
        if (!viewer.has(Feature.NOTES)) {
            return Optional.empty();
        }
        var unread = notes.unread(viewer, SHOWN);
        return unread.isEmpty()
                ? Optional.empty()
                : Optional.of(new Card(
                        unread.stream().map(note -> NoteRow.of(note, formats)).toList()));
    }
}
