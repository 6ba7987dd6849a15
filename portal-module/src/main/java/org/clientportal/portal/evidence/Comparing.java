package org.clientportal.portal.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.clientportal.portal.evidence.Finding.Kind;
import org.clientportal.portal.evidence.StoredRows.Reach;
import org.clientportal.portal.evidence.Witness.Line;

/** Compares what was written down outside with what the database has, many lines at a time. */
final class Comparing {

    private static final int BATCH = 500;

    private final StoredRows rows;
    private final Seals seals;
    private final Consumer<Finding> found;
    private final List<Line> lines = new ArrayList<>();
    private long count;

    Comparing(StoredRows rows, Seals seals, Consumer<Finding> found) {
        this.rows = rows;
        this.seals = seals;
        this.found = found;
    }

    void add(Line line) {
        lines.add(line);
        if (lines.size() == BATCH) {
            rest();
        }
    }

    void rest() {
        count += lines.size();
        var links = lines.stream().filter(line -> !line.isSeal()).toList();
        var there = rows.hashes(links.stream()
                .map(line -> new Reach(line.organisation(), line.seq()))
                .toList());
        for (var line : links) {
            var now = there.get(new Reach(line.organisation(), line.seq()));
            if (!line.hash().equals(now)) {
                found.accept(Finding.link(
                        Kind.CUT_OFF,
                        line.organisation(),
                        line.seq(),
                        now == null ? "was written down outside and is missing" : "was another one when it was made"));
            }
        }
        var numbers = lines.stream().filter(Line::isSeal).toList();
        var sealed = seals.hashes(numbers.stream().map(Line::number).toList());
        for (var line : numbers) {
            var now = sealed.get(line.number());
            if (!line.hash().equals(now)) {
                found.accept(Finding.seal(
                        Kind.CUT_OFF,
                        line.number(),
                        now == null ? "was written down outside and is missing" : "was another one when it was made"));
            }
        }
        lines.clear();
    }

    long count() {
        return count;
    }
}
