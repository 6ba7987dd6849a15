package org.clientportal.demo.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.clientportal.itsm.Organisation;
import org.clientportal.itsm.Person;
import org.clientportal.itsm.Person.Kind;
import org.clientportal.itsm.Person.PortalAccess;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The firm that the desk of the demo starts with. The same now gives the same firm. */
final class SampleFirm {

    private SampleFirm() {}

    /** Fills an empty folder, wholly or not at all; leaves a filled one alone. */
    static void seed(Path data, JsonMapper json, Instant now) throws IOException {
        var journal = Desk.journalOf(data);
        if (Files.exists(journal)) {
            return;
        }
        var folder = Files.createDirectories(data.resolve("files"));
        var people = people();
        SampleTickets.FileTaker files = (id, bytes) -> {
            try {
                Files.write(folder.resolve(id), bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        var tickets = new SampleTickets(people, json, now).tell(files);
        long version = 0;
        var acts = new ArrayList<Act>();
        acts.add(Act.beginning(Long.toString(now.toEpochMilli(), 36)));
        for (var o : organisations()) {
            var numbered = new Organisation(o.id(), o.name(), o.parentId(), true, ++version);
            acts.add(Act.of(numbered));
        }
        for (var person : people) {
            acts.add(Act.of(person.asOf(++version)));
        }
        var knowledge = new SampleKnowledge(organisations(), now);
        for (var article : knowledge.articles(files)) {
            acts.add(Act.of(Knowledge.numbered(article, ++version)));
        }
        for (var announcement : knowledge.announcements()) {
            acts.add(Act.of(Knowledge.numbered(announcement, ++version)));
        }
        var assets = new SampleAssets(now).assets(files);
        for (var asset : assets) {
            acts.add(Act.of(new Inventory.Draft(asset).version(++version).made()));
        }
        for (var receipt : new SampleReceipts(assets, people, now).receipts()) {
            acts.add(Act.of(ReceiptBook.numbered(receipt, now, ++version)));
        }
        for (var note : SampleNotes.notes(now)) {
            acts.add(Act.of(Notes.numbered(note, ++version)));
        }
        for (var document : new SampleDocuments(now).documents(files)) {
            acts.add(Act.of(Documents.numbered(document, document.changedAt(), ++version)));
        }
        for (var ticket : SampleAssets.linked(tickets, assets).stream()
                .sorted(Comparator.comparing(DeskTicket::changedAt))
                .toList()) {
            var numbered = ticket.change().version(++version).made();
            acts.add(Act.of(numbered));
        }
        Journal.create(journal, json, acts);
    }

    private static List<Organisation> organisations() {
        return rows("organisations.txt")
                .map(row -> new Organisation(row[0], row[1], orNull(row[2]), true, 0))
                .toList();
    }

    private static List<Person> people() {
        return rows("people.txt")
                .map(row -> new Person(
                        row[0],
                        Kind.valueOf(row[1]),
                        row[2],
                        row[3].isEmpty() ? List.of() : List.of(row[3].split(", *")),
                        row[4],
                        PortalAccess.valueOf(row[5]),
                        null,
                        row[6],
                        row[7],
                        true,
                        0,
                        row.length > 8 ? List.of(row[8].split(", *")) : List.of()))
                .toList();
    }

    static Stream<String[]> rows(String name) {
        return resource(name)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> Stream.of(line.split("\\|", -1)).map(String::strip).toArray(String[]::new));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    static String resource(String name) {
        try (var in = SampleFirm.class.getResourceAsStream("/sample/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no resource sample/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
