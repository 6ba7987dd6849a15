package org.clientportal.itsm.rt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.clientportal.itsm.ContractCast;
import org.clientportal.itsm.Note.Read;
import org.clientportal.itsm.Submission.NewNoteRead;
import org.junit.jupiter.api.Test;

/** The line in which RT keeps who read a note. */
class NoteMarkTests {

    private static final Instant AT = Instant.parse("2026-11-27T15:40:00Z");

    private static NewNoteRead read(String name) {
        return new NewNoteRead(
                ContractCast.newKey(), ContractCast.writer("22", name, "anna@oriale.example"), AT, "7", 456);
    }

    @Test
    void whatIsWrittenIsReadBackWhateverTheNameIs() {
        for (var name : List.of(
                "Anna Nowak",
                "Nowak, Anna | user 1 | edition 2 | key 0c6f2d1e-6f0a-4a53-9d7e-2b1c5a9c7e11",
                "",
                "a".repeat(300),
                "Zażółć \n gęślą, 2020-01-01T00:00:00Z")) {
            var read = read(name);
            var line = NoteMark.line(read);

            assertThat(line).hasSizeLessThanOrEqualTo(255);
            assertThat(NoteMark.parse(List.of(line)))
                    .as(name)
                    .containsExactly(new Read("22", 456, AT, read.key().value()));
        }
    }

    @Test
    void whatSomebodyElseWroteIsNoMarkAndTheOldestComesFirst() {
        var early = "Jan, 2026-11-26T08:00:00Z | user 23 | edition 400 | key 0c6f2d1e-6f0a-4a53-9d7e-2b1c5a9c7e11";

        assertThat(NoteMark.parse(List.of(
                        NoteMark.line(read("Anna")),
                        "seen by Anna on the telephone",
                        "Jan, yesterday | user 23 | edition 400 | key 0c6f2d1e-6f0a-4a53-9d7e-2b1c5a9c7e11",
                        early)))
                .extracting(Read::personId)
                .containsExactly("23", "22");
    }
}
