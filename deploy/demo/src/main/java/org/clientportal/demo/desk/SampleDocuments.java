package org.clientportal.demo.desk;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.clientportal.demo.desk.SampleTickets.FileTaker;
import org.clientportal.itsm.Audience;
import org.clientportal.itsm.Document;
import org.clientportal.itsm.Document.Version;
import org.clientportal.itsm.Entry.FileRef;

/** What the sample firm published for its people, from {@code resources/sample/documents.txt}. */
final class SampleDocuments {

    private final Instant now;

    SampleDocuments(Instant now) {
        this.now = now;
    }

    /** The bytes of their files are given away. */
    List<Document> documents(FileTaker taker) {
        return SampleFirm.rows("documents.txt").map(row -> document(row, taker)).toList();
    }

    private Document document(String[] row, FileTaker taker) {
        var versions = new ArrayList<Version>();
        for (var written : parts(row[5], ";").toList()) {
            var facts = Stream.of(written.split("~", -1)).map(String::strip).toList();
            versions.add(new Version(
                    versions.size() + 1,
                    now.plus(Duration.ofDays(Long.parseLong(facts.get(0)))),
                    facts.get(1),
                    file(row[0], versions.size(), facts.get(2), taker)));
        }
        return new Document(
                row[0],
                row[1],
                row[2],
                row[3],
                audience(parts(row[4], ",").toList()),
                versions,
                versions.getLast().since(),
                false,
                0);
    }

    private static Audience audience(List<String> named) {
        return new Audience(
                false,
                named.contains("everyone"),
                named.stream().filter(one -> one.matches("o\\d+")).toList(),
                named.stream()
                        .filter(one -> one.startsWith("group:"))
                        .map(one -> one.substring("group:".length()))
                        .toList(),
                named.stream().filter(one -> one.matches("p\\d+")).toList());
    }

    private static Stream<String> parts(String text, String between) {
        return Stream.of(text.split(between)).map(String::strip).filter(part -> !part.isEmpty());
    }

    private static FileRef file(String document, int version, String name, FileTaker taker) {
        int dot = name.lastIndexOf('.');
        var kind = name.substring(dot + 1);
        var bytes = SampleFiles.make(kind, name.substring(0, dot), new Random(name.hashCode()));
        var id = DeskFiles.id(
                UUID.nameUUIDFromBytes((document + version + name).getBytes(StandardCharsets.UTF_8))
                        .toString(),
                0);
        taker.accept(id, bytes);
        return new FileRef(id, name, SampleFiles.contentType(kind), bytes.length);
    }
}
