package org.clientportal.portal.documents;

import java.util.List;
import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a person, of their groups and organisations.
 *
 * @param kinds to narrow the list by; at most one is chosen
 * @param years likewise
 * @param newestUrl the beginning of the list; null when this is it
 * @param olderUrl what comes after the last row; null when nothing does
 */
public record DocumentListPage(
        Frame frame,
        List<DocumentRow> rows,
        List<Filter> kinds,
        List<Filter> years,
        @Nullable String newestUrl,
        @Nullable String olderUrl)
        implements Page {

    public DocumentListPage {
        rows = List.copyOf(rows);
        kinds = List.copyOf(kinds);
        years = List.copyOf(years);
    }

    /**
     * A link that narrows the list.
     *
     * @param name empty for all
     * @param count of the documents that it leaves when nothing else narrows
     */
    public record Filter(String name, String url, int count, boolean chosen) {}

    /** Whether anything narrows the list. */
    public boolean isNarrowed() {
        return kinds.stream().anyMatch(kind -> kind.chosen() && !kind.name().isEmpty())
                || years.stream().anyMatch(year -> year.chosen() && !year.name().isEmpty());
    }

    @Override
    public String template() {
        return "pages/documents/list";
    }
}
