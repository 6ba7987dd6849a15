package org.clientportal.portal.search;

import java.util.List;
import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param query as it was typed
 * @param corrected what was looked for in its place; null when as typed
 * @param groups the kinds in which something was found
 * @param only the one kind that is looked in; null for all
 * @param allUrl the same search in all kinds
 * @param total of all groups
 * @param paging where this page stands among those of the one kind; null when all is here
 */
public record SearchPage(
        Frame frame,
        String query,
        @Nullable String corrected,
        List<Group> groups,
        @Nullable String only,
        String allUrl,
        long total,
        @Nullable Paging paging)
        implements Page {

    public SearchPage {
        groups = List.copyOf(groups);
    }

    /**
     * What was found of one kind.
     *
     * @param total how many there are; {@code hits} may be fewer
     * @param moreUrl all of this kind; null when they are all here
     */
    public record Group(
            String kind,
            String icon,
            List<Hit> hits,
            long total,
            @Nullable String moreUrl) {
        public Group {
            hits = List.copyOf(hits);
        }
    }

    /**
     * Which results these are, by how well they fit.
     *
     * @param first from 1 on
     */
    public record Paging(
            long first,
            long last,
            @Nullable String previousUrl,
            @Nullable String nextUrl) {}

    @Override
    public String template() {
        return "pages/search/search";
    }
}
