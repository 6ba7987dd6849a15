package org.clientportal.portal.knowledge;

import java.util.List;
import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * All solutions, by category.
 *
 * @param categories in the reader's language, with the number of articles in each
 * @param foreign the same in the other language
 * @param category the one that is open; null on the first page
 * @param rows articles of the open category by title; on the first page those changed last
 * @param moreUrl null on the last page
 */
public record KnowledgePage(
        Frame frame,
        List<Category> categories,
        List<Category> foreign,
        @Nullable String category,
        List<ArticleRow> rows,
        @Nullable String moreUrl)
        implements Page {

    public KnowledgePage {
        categories = List.copyOf(categories);
        foreign = List.copyOf(foreign);
        rows = List.copyOf(rows);
    }

    /** A category of the first level. */
    public record Category(String name, String url, long count) {}

    @Override
    public String template() {
        return "pages/knowledge/list";
    }
}
