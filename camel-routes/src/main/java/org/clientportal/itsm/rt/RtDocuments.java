package org.clientportal.itsm.rt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clientportal.itsm.Audience;
import org.clientportal.itsm.Document;
import org.clientportal.itsm.Document.Version;
import org.clientportal.itsm.Entry.FileRef;

/**
 * RT's articles of one class as documents. Its field of files only ever grows: each file is a version, in the order in which RT took
 * them, since the transaction that brought it.
 */
final class RtDocuments {

    static final String VERSIONS = "Versions";
    static final String CHANGES = "What is new";
    static final String KIND = "Kind of document";

    private RtDocuments() {}

    /** @param audience nobody for one that is not published */
    static Document document(RtItem row, Audience audience, List<RtItem> history) {
        var files = RtKnowledge.files(row.customFieldObjects(VERSIONS)).stream()
                .sorted(Comparator.comparingLong(RtDocuments::number))
                .toList();
        if (row.number("Disabled") != 0 || audience.equals(RtKnowledge.NOBODY) || files.isEmpty()) {
            return gone(row.id(), row.time("Created"), history);
        }
        var since = since(row, history, files.size());
        var changes = changes(row);
        var versions = new ArrayList<Version>();
        for (int place = 0; place < files.size(); place++) {
            versions.add(
                    new Version(place + 1, since.get(place), changes.getOrDefault(place + 1, ""), files.get(place)));
        }
        return new Document(
                row.id(),
                row.text("Name"),
                row.customField(KIND).strip(),
                row.text("Summary"),
                audience,
                versions,
                versions.getLast().since(),
                false,
                RtHistories.version(history));
    }

    static Document gone(String id, Instant changed, List<RtItem> history) {
        return new Document(id, "", "", "", RtKnowledge.NOBODY, List.of(), changed, true, RtHistories.version(history));
    }

    private static long number(FileRef file) {
        return Long.parseLong(file.id().substring(RtKnowledge.FILE.length()));
    }

    /**
     * The moments of the last transactions of the field, as many as there are files; what came with the article itself left none and is
     * as old as the article.
     */
    private static List<Instant> since(RtItem row, List<RtItem> history, int files) {
        var field = row.objects("CustomFields").stream()
                .filter(each -> each.text("name").equals(VERSIONS))
                .map(RtItem::id)
                .findFirst()
                .orElse("");
        var added = history.stream()
                .filter(each -> each.text("Type").equals("CustomField") && Objects.equals(each.text("Field"), field))
                .sorted(Comparator.comparingLong(RtItem::idNumber))
                .map(each -> each.time("Created"))
                .toList();
        var since = new ArrayList<Instant>();
        for (int place = 0; place < files; place++) {
            int from = place - (files - added.size());
            since.add(from < 0 ? row.time("Created") : added.get(from));
        }
        return since;
    }

    /** A line for a version: its number, a colon, the words. */
    private static Map<Integer, String> changes(RtItem row) {
        var changes = new HashMap<Integer, String>();
        row.customField(CHANGES).lines().map(String::strip).forEach(line -> {
            var parts = line.split(":", 2);
            if (parts.length == 2 && parts[0].strip().matches("\\d{1,4}")) {
                changes.merge(
                        Integer.parseInt(parts[0].strip()), parts[1].strip(), (first, second) -> first + "\n" + second);
            }
        });
        return changes;
    }
}
