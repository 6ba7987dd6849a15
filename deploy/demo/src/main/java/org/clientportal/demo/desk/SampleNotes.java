package org.clientportal.demo.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.clientportal.itsm.Note;
import org.clientportal.itsm.Note.Read;

/** What the sample firm's support wrote for people, from {@code resources/sample/notes.txt}. */
final class SampleNotes {

    private SampleNotes() {}

    static List<Note> notes(Instant now) {
        return SampleFirm.rows("notes.txt").map(row -> note(row, now)).toList();
    }

    private static Note note(String[] row, Instant now) {
        var at = now.minus(Duration.ofHours(Long.parseLong(row[3])));
        var readers = List.of(row[1].split(", *"));
        return new Note(
                row[0],
                row[5],
                row[6],
                readers,
                row[2],
                List.of(),
                at,
                at,
                1,
                row[4].isEmpty() ? List.of() : List.of(new Read(row[4], 1, at.plus(Duration.ofHours(2)), null)),
                false,
                0);
    }
}
