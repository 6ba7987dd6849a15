package org.clientportal.portal.knowledge;

import java.util.List;
import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * All solutions, by category.
 *
 * @param categories with the number of articles in each
 * @param category the one that is open; null on the first page
 * @param rows articles of the open category by title; on the first page those changed last
 * @param moreUrl null on the last page
 */
public record KnowledgePage(
        Frame frame,
        List<Category> categories,
        @Nullable String category,
        List<ArticleRow> rows,
        @Nullable String moreUrl)
        implements Page {

    public KnowledgePage {
        categories = List.copyOf(categories);
        rows = List.copyOf(rows);
    }

    /** A category of the first level. */
    public record Category(String name, String url, long count, boolean current) {}

    @Override
    public String template() {
        return "pages/knowledge/list";
    }
}
