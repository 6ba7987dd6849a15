package org.clientportal.portal.tickets;

import java.util.List;
import java.util.Optional;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.search.Search;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The search of a list of tickets: which of the viewer's tickets fit, found as on the page of the search. A list stands in the
 * order of its changes, not of what fits best: tickets that have only some of the words are there when none has all.
 */
@Component
class TicketSearch {

    /** As many as the search looks at, the newest. */
    private static final int MOST = 1_000;

    private final Search search;
    private final TicketFinds finds;

    TicketSearch(Search search, TicketFinds finds) {
        this.search = search;
        this.finds = finds;
    }

    /** @param corrected what was looked for instead, because what was asked for is nowhere; null when it was not */
    record Hits(List<Long> tickets, @Nullable String corrected) {}

    /** Within a page transaction; empty when nothing is asked for. */
    Optional<Hits> of(Viewer viewer, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var found = search.find(viewer, text, List.of(finds), false, MOST);
        return Optional.of(new Hits(
                found.kinds().stream()
                        .flatMap(kind -> (kind.whole().isEmpty() ? kind.objects() : kind.whole()).stream())
                        .toList(),
                found.corrected()));
    }
}
