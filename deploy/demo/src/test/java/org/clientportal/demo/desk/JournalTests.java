package org.clientportal.demo.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clientportal.itsm.Organisation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class JournalTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    Path folder;

    @Test
    void whereverTheLastLineIsTornTheActsBeforeAreThereAndItIsNot() throws IOException {
        var path = folder.resolve("journal");
        try (var journal = Journal.open(path, JSON, act -> {})) {
            journal.append(List.of(firm("o1", "Oriale")));
            journal.append(List.of(firm("o2", "Brzozów Logistyka")));
        }
        var whole = Files.readAllBytes(path);
        int firstLine = new String(whole, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf('\n') + 1;
        for (int length = firstLine; length < whole.length; length++) {
            Files.write(path, java.util.Arrays.copyOf(whole, length));
            assertThat(read(path)).as("cut at " + length).containsExactly("o1");
            assertThat(Files.size(path)).isEqualTo(firstLine);
        }
        Files.write(path, whole);
        assertThat(read(path)).containsExactly("o1", "o2");
    }

    @Test
    void afterATornLineTheJournalGoesOn() throws IOException {
        var path = folder.resolve("journal");
        try (var journal = Journal.open(path, JSON, act -> {})) {
            journal.append(List.of(firm("o1", "Oriale")));
        }
        Files.writeString(path, "00000000 {\"organisa", java.nio.file.StandardOpenOption.APPEND);
        try (var journal = Journal.open(path, JSON, act -> {})) {
            journal.append(List.of(firm("o2", "Brzozów")));
        }
        assertThat(read(path)).containsExactly("o1", "o2");
    }

    @Test
    void aDamagedLineInTheMiddleIsNotSkipped() throws IOException {
        var path = folder.resolve("journal");
        try (var journal = Journal.open(path, JSON, act -> {})) {
            journal.append(List.of(firm("o1", "Oriale"), firm("o2", "Brzozów")));
        }
        var bytes = Files.readAllBytes(path);
        bytes[20]++;
        Files.write(path, bytes);

        assertThatThrownBy(() -> read(path)).isInstanceOf(IOException.class).hasMessageContaining("damaged");
    }

    private static List<String> read(Path path) throws IOException {
        var seen = new ArrayList<String>();
        try (var journal = Journal.open(path, JSON, act -> act.organisations().forEach(o -> seen.add(o.id())))) {
            assertThat(journal).isNotNull();
        }
        return seen;
    }

    private static Act firm(String id, String name) {
        return Act.of(new Organisation(id, name, null, true, 1));
    }
}
