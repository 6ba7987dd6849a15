package org.clientportal.portal.knowledge;

import java.util.List;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.search.Search;
import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.NotFound;
import org.springframework.stereotype.Component;

/** Articles that fit a text. */
@Component
class Solutions {

    private static final int MOST = 3;

    private final Search search;
    private final ArticleFinds finds;
    private final Articles articles;

    Solutions(Search search, ArticleFinds finds, Articles articles) {
        this.search = search;
        this.finds = finds;
        this.articles = articles;
    }

    @PageTransaction
    public List<Articles.Listed> of(Viewer viewer, Frame frame, String text) {
        var found = search.find(viewer, text, List.of(finds), false, MOST);
        return found.kinds().isEmpty()
                ? List.of()
                : articles.withIds(viewer, found.kinds().getFirst().objects());
    }

    @PageTransaction
    public String urlOf(Viewer viewer, String platformId) {
        return articles.visibleTo(viewer, platformId)
                .map(article -> article.brief().url())
                .orElseThrow(NotFound::new);
    }
}
