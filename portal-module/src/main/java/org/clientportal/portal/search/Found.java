package org.clientportal.portal.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a viewer finds.
 *
 * @param kinds the kinds that were searched, each with what was found, in the order of the page
 * @param corrected the words that were looked for in place of mistyped ones; null when it was as typed
 * @param marks for showing where it was found
 */
public record Found(List<OfKind> kinds, @Nullable String corrected, Marks marks) {

    public Found {
        kinds = List.copyOf(kinds);
    }

    /**
     * What was found of one kind, the best first.
     *
     * @param whole those of {@code objects} that have every word that was asked for
     * @param total how many there are; {@code objects} may be fewer
     */
    public record OfKind(Finds finds, List<Long> objects, List<Long> whole, long total, double best) {
        public OfKind {
            objects = List.copyOf(objects);
            whole = List.copyOf(whole);
        }
    }

    public long total() {
        return kinds.stream().mapToLong(OfKind::total).sum();
    }

    public boolean isEmpty() {
        return total() == 0;
    }
}
