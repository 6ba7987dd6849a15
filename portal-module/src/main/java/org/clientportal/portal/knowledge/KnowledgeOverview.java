package org.clientportal.portal.knowledge;

import java.util.List;
import java.util.Optional;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.web.Formats;
import org.springframework.stereotype.Component;

/** What the knowledge base offers to the page a person arrives on. */
@Component
public class KnowledgeOverview {

    private static final int POPULAR = 6;
    private static final int NEWEST = 5;

    private final Articles articles;

    KnowledgeOverview(Articles articles) {
        this.articles = articles;
    }

    /** @param popular opened most, {@code fresh} made or changed last and none of these */
    public record Card(List<ArticleRow> popular, List<ArticleRow> fresh) {}

    /** Empty for whoever does not have the knowledge base. */
    @PageTransaction
    public Optional<Card> of(Viewer viewer, Formats formats) {
        if (!viewer.has(Feature.KNOWLEDGE)) {
            return Optional.empty();
        }
        var popular = articles.popular(viewer, POPULAR);
        var fresh = articles.newest(viewer, POPULAR + NEWEST).stream()
                .filter(article -> popular.stream().noneMatch(other -> other.id() == article.id()))
                .limit(NEWEST)
                .toList();
        return Optional.of(new Card(rows(popular, formats), rows(fresh, formats)));
    }

    private static List<ArticleRow> rows(List<Articles.Listed> found, Formats formats) {
        return found.stream().map(article -> ArticleRow.of(article, formats)).toList();
    }
}
