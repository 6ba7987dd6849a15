package org.clientportal.demo.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.clientportal.itsm.Announcement;
import org.clientportal.itsm.Announcement.Kind;
import org.clientportal.itsm.Article;
import org.clientportal.itsm.Asset;
import org.clientportal.itsm.Catalogue;
import org.clientportal.itsm.Document;
import org.clientportal.itsm.Entry;
import org.clientportal.itsm.Person;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class SampleFirmTests {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @TempDir
    Path folder;

    @Test
    void everySamplePersonHasThingsAndOneTicketNamesOne() throws IOException {
        try (var register = seeded(folder, NOW)) {
            var assets = register.read(view -> view.assets());
            var people = register.read(view -> view.people()).stream()
                    .map(Person::id)
                    .toList();

            for (var id : List.of("p1", "p2", "p3", "p4", "p5", "p6")) {
                assertThat(assets)
                        .anySatisfy(a -> assertThat(a.holders().personIds()).contains(id));
            }
            assertThat(assets)
                    .allSatisfy(a -> assertThat(people).containsAll(a.holders().personIds()));
            assertThat(assets).extracting(Asset::state).contains(Asset.State.IN_REPAIR, Asset.State.TO_RETURN);
            assertThat(assets).extracting(Asset::code).doesNotHaveDuplicates();
            var tickets = register.read(view -> view.tickets());
            assertThat(tickets)
                    .anySatisfy(t -> assertThat(t.margin().assetIds()).containsExactly("d1"));
        }
    }

    @Test
    void documentsAreForPeopleGroupsAndOrganisationsAndSomeHaveEarlierVersions() throws IOException {
        try (var register = seeded(folder, NOW)) {
            var documents = register.read(view -> view.documents());

            for (var id : List.of("p1", "p2", "p3", "p5", "p6")) {
                assertThat(documents)
                        .anySatisfy(d -> assertThat(d.audience().personIds()).contains(id));
            }
            assertThat(documents)
                    .anySatisfy(d -> assertThat(d.audience().groups()).containsExactly("managers"));
            assertThat(documents)
                    .anySatisfy(d -> assertThat(d.audience().organisationIds()).containsExactly("o5"));
            assertThat(documents).anySatisfy(d -> assertThat(d.versions()).hasSize(3));
            assertThat(documents).allSatisfy(d -> {
                assertThat(d.title()).isNotBlank();
                assertThat(d.versions()).isNotEmpty();
                assertThat(d.versions()).extracting(Document.Version::since).isSorted();
                for (var version : d.versions()) {
                    assertThat(Files.size(folder.resolve("files")
                                    .resolve(version.file().id())))
                            .isEqualTo(version.file().size());
                }
            });
        }
    }

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
    void everyArticleHasItsFilesItsLinksAndItsPast() throws IOException {
        try (var register = seeded(folder, NOW)) {
            var articles = register.read(view -> view.articles());
            var ids = articles.stream().map(Article::id).toList();

            assertThat(articles).hasSizeGreaterThanOrEqualTo(120);
            assertThat(ids).doesNotHaveDuplicates();
            assertThat(articles).extracting(Article::language).contains("pl", "en");
            assertThat(articles).filteredOn(a -> a.audience().open()).isNotEmpty();
            assertThat(articles)
                    .filteredOn(a -> !a.audience().groups().isEmpty())
                    .isNotEmpty();
            assertThat(articles)
                    .filteredOn(a -> a.audience().organisationIds().equals(List.of("o5")))
                    .isNotEmpty();
            assertThat(articles).filteredOn(a -> a.validUntil() != null).isNotEmpty();
            assertThat(articles).allSatisfy(a -> {
                assertThat(a.title()).isNotBlank();
                assertThat(a.html()).isNotBlank();
                assertThat(a.category()).isNotEmpty();
                assertThat(a.changedAt()).isBeforeOrEqualTo(NOW);
                assertThat(a.createdAt()).isBeforeOrEqualTo(a.changedAt());
                assertThat(ids).containsAll(a.relatedIds());
                for (var link : Jsoup.parse(a.html()).select("[src^=file:], [href^=file:], [href^=article:]")) {
                    var target = link.hasAttr("src") ? link.attr("src") : link.attr("href");
                    assertThat(target.startsWith("article:") ? ids : fileIds(a))
                            .as(a.id() + " " + target)
                            .contains(target.replaceFirst("^[a-z]+:", "").replaceFirst("#.*", ""));
                }
                for (var file : a.files()) {
                    assertThat(Files.size(folder.resolve("files").resolve(file.id())))
                            .isEqualTo(file.size());
                }
            });
            assertThat(articles.stream().mapToInt(a -> a.files().size()).sum()).isGreaterThan(15);
        }
    }

    private static List<String> fileIds(Article article) {
        return article.files().stream().map(Entry.FileRef::id).toList();
    }

    @Test
    void anArticleOfTomorrowIsOfNow() throws IOException {
        var early = Instant.parse("2025-06-01T10:00:00Z");
        try (var register = seeded(folder, early)) {
            var articles = register.read(view -> view.articles());
            assertThat(articles).allSatisfy(a -> assertThat(a.changedAt()).isBeforeOrEqualTo(early));
        }
    }

    @Test
    void anOutageWorkAndNewsAreAnnouncedInBothLanguages() throws IOException {
        try (var register = seeded(folder, NOW)) {
            var announcements = register.read(view -> view.announcements());

            assertThat(announcements)
                    .extracting(Announcement::kind, Announcement::language)
                    .containsExactlyInAnyOrder(
                            tuple(Kind.OUTAGE, "pl"),
                            tuple(Kind.OUTAGE, "en"),
                            tuple(Kind.PLANNED_WORK, "pl"),
                            tuple(Kind.PLANNED_WORK, "en"),
                            tuple(Kind.NEWS, "pl"),
                            tuple(Kind.NEWS, "en"));
            assertThat(announcements).allSatisfy(a -> {
                assertThat(a.from()).isBefore(NOW);
                assertThat(a.gone()).isFalse();
                assertThat(a.title()).isNotBlank();
                assertThat(a.text()).contains("\n\n");
            });
        }
    }

    @Test
    void everyNoteIsForSomebodyAndSomeAreRead() throws IOException {
        try (var register = seeded(folder, NOW)) {
            var people = register.read(view -> view.people()).stream()
                    .map(person -> person.id())
                    .toList();
            var notes = register.read(view -> view.notes());

            assertThat(notes).hasSizeGreaterThanOrEqualTo(4).allSatisfy(note -> {
                assertThat(note.title()).isNotBlank();
                assertThat(note.html()).startsWith("<p>");
                assertThat(note.personIds()).isNotEmpty().isSubsetOf(people);
                assertThat(note.writtenAt()).isBefore(NOW);
            });
            assertThat(notes).filteredOn(note -> !note.reads().isEmpty()).isNotEmpty();
            assertThat(notes).filteredOn(note -> note.reads().isEmpty()).isNotEmpty();
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
