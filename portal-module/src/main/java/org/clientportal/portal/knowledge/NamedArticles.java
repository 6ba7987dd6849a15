package org.clientportal.portal.knowledge;

import java.util.List;
import java.util.Optional;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.conversation.NamedSolutions;
import org.clientportal.portal.conversation.Solution;
import org.springframework.stereotype.Component;

/** Articles by their ids, for forms in which somebody names the one that did not help. */
@Component
class NamedArticles implements NamedSolutions {

    private final Articles articles;

    NamedArticles(Articles articles) {
        this.articles = articles;
    }

    @Override
    public Optional<Solution> solution(Viewer viewer, String id) {
        return articles.of(viewer, List.of(id)).stream()
                .map(article -> new Solution(article.platformId(), article.title(), article.url()))
                .findFirst();
    }
}
