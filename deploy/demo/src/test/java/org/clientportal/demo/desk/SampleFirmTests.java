package org.clientportal.demo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.clientportal.itsm.Catalogue;
import org.clientportal.itsm.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class SampleFirmTests {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @TempDir
    Path folder;

    @Test
    void theFirmIsAsPromised() throws IOException {
        try (var register = seeded(folder, NOW)) {
            var people = register.read(view -> view.people());
            var tickets = register.read(view -> view.tickets());

            assertThat(people).hasSize(40);
            assertThat(people).filteredOn(p -> p.kind() == Person.Kind.AGENT).hasSize(4);
            assertThat(people)
                    .filteredOn(p -> p.addresses().contains("biuro@brzozow.example"))
                    .hasSize(2);
            assertThat(people).filteredOn(p -> p.addresses().isEmpty()).hasSize(1);
            assertThat(tickets).hasSize(300);
            assertThat(tickets.stream().map(DeskTicket::statusId).collect(Collectors.toSet()))
                    .containsAll(DeskCatalogue.LISTS.statuses().stream()
                            .map(Catalogue.Status::id)
                            .toList());
            assertThat(tickets).filteredOn(t -> t.requesterId().equals("p1")).hasSizeGreaterThan(12);
            assertThat(tickets)
                    .filteredOn(t -> t.changedAt().isAfter(NOW.minus(Duration.ofDays(3))))
                    .hasSizeGreaterThan(20);
            assertThat(tickets).allSatisfy(t -> {
                assertThat(t.changedAt()).isBeforeOrEqualTo(NOW);
                assertThat(t.entries()).extracting(DeskEntry::at).isSorted();
                assertThat(DeskCatalogue.hasCategory(t.categoryId())).isTrue();
                assertThat(DeskCatalogue.hasPriority(t.priorityId())).isTrue();
                for (var file :
                        t.entries().stream().flatMap(e -> e.files().stream()).toList()) {
                    assertThat(Files.size(folder.resolve("files").resolve(file.id())))
                            .isEqualTo(file.size());
                }
            });
        }
    }

    @Test
    void noSlotIsLeftUnfilled() throws IOException {
        try (var register = seeded(folder, NOW)) {
            var tickets = register.read(view -> view.tickets());
            assertThat(tickets)
                    .filteredOn(t -> !t.requesterId().equals("p36")) // whose braces are meant
                    .allSatisfy(t -> assertThat(t.toString()).doesNotContainPattern("\\{[a-z0-9]+}"));
        }
    }

    @Test
    void theSameNowGivesTheSameFirm(@TempDir Path other) throws IOException {
        try (var one = seeded(folder, NOW);
                var two = seeded(other, NOW)) {
            assertThat(Files.mismatch(Desk.journalOf(folder), Desk.journalOf(other)))
                    .isEqualTo(-1);
            assertThat(one.changes(null, 500)).isEqualTo(two.changes(null, 500));
        }
    }

    @Test
    void aFilledFolderIsLeftAlone() throws IOException {
        seeded(folder, NOW).close();
        var before = Files.readAllBytes(Desk.journalOf(folder));

        seeded(folder, NOW.plus(Duration.ofDays(1))).close();

        assertThat(Files.readAllBytes(Desk.journalOf(folder))).isEqualTo(before);
    }

    private static Register seeded(Path folder, Instant now) throws IOException {
        var json = JsonMapper.shared();
        SampleFirm.seed(folder, json, now);
        return new Register(Desk.journalOf(folder), json, Clock.fixed(now, ZoneOffset.UTC));
    }
}
