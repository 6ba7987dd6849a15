package org.clientportal.itsm.rt;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.clientportal.itsm.Note.Read;
import org.clientportal.itsm.Submission.NewNoteRead;
import org.jspecify.annotations.Nullable;

/**
 * That somebody read a note, as one line that agents read too:
 * {@code Anna Nowak, 2026-11-27T15:40:00Z | user 22 | edition 456 | key 0c6f2d1e-…}.
 */
final class NoteMark {

    private static final Pattern LINE = Pattern.compile(
            ".*, (\\S+) \\| user (\\d{1,15}) \\| edition (\\d{1,15}) \\| key ([0-9a-f-]{36})", Pattern.DOTALL);

    private NoteMark() {}

    static String line(NewNoteRead read) {
        return RtFields.plain(read.writer().name()) + ", " + read.writtenAt() + " | user "
                + read.writer().personId() + " | edition " + read.edition() + " | key "
                + read.key().value();
    }

    /** Oldest first; what somebody else wrote into the field is none. */
    static List<Read> parse(List<String> lines) {
        return lines.stream()
                .map(NoteMark::parse)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(Read::at).thenComparing(Read::edition))
                .toList();
    }

    private static @Nullable Read parse(String line) {
        var found = LINE.matcher(line.strip());
        if (!found.matches()) {
            return null;
        }
        try {
            return new Read(
                    found.group(2), Long.parseLong(found.group(3)), Instant.parse(found.group(1)), found.group(4));
        } catch (DateTimeException noTime) {
            return null;
        }
    }

    static boolean has(RtItem note, NewNoteRead read) {
        return parse(note.customFieldValues(RtFields.NOTE_READS)).stream()
                .anyMatch(mark -> mark.personId().equals(read.writer().personId()) && mark.edition() == read.edition());
    }
}
