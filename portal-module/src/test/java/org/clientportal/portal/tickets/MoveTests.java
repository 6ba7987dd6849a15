package org.clientportal.portal.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.clientportal.itsm.Entry.Role;
import org.clientportal.itsm.StatusMeaning;
import org.junit.jupiter.api.Test;

/** Whose move it is, for every status, author and state of the outbox, is what docs/status.md says. */
class MoveTests {

    private record Line(String meaning, String author, String waits, Move move) {

        boolean speaksOf(StatusMeaning wanted, Role role, boolean onItsWay) {
            return (meaning.equals("any") || meaning.equals(wanted.name()))
                    && (author.equals("any") || author.equals(role.name()))
                    && waits.equals(onItsWay ? "yes" : "no");
        }
    }

    @Test
    void theTableAndTheCodeAgreeForEveryCase() throws IOException {
        var table = table();
        assertThat(table).hasSizeGreaterThan(8);
        for (var meaning : StatusMeaning.values()) {
            for (var role : Role.values()) {
                for (var onItsWay : List.of(true, false)) {
                    var told = table.stream()
                            .filter(line -> line.speaksOf(meaning, role, onItsWay))
                            .map(Line::move)
                            .toList();
                    assertThat(told)
                            .as("%s, %s, on its way: %s", meaning, role, onItsWay)
                            .containsExactly(Move.of(meaning, role, onItsWay));
                }
            }
        }
    }

    @Test
    void nothingIsThePersonsMoveWhileSomethingWaits() {
        for (var meaning : StatusMeaning.values()) {
            for (var role : Role.values()) {
                assertThat(Move.of(meaning, role, true).isYours()).isFalse();
            }
        }
    }

    private static List<Line> table() throws IOException {
        return Files.readAllLines(Path.of("../docs/status.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.contains("meaning |"))
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
                .map(cells -> new Line(cells.get(1), cells.get(2), cells.get(3), Move.valueOf(cells.get(4))))
                .toList();
    }
}
