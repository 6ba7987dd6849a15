package org.clientportal.portal.knowledge;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.clientportal.portal.web.Formats;
import org.clientportal.portal.web.WhenView;
import org.jspecify.annotations.Nullable;

/**
 * An article in a list.
 *
 * @param language set where it is not the reader's
 * @param category names from the top downwards, ready to be shown; empty when none
 * @param mark whether it is new or changed lately; null when neither
 */
public record ArticleRow(
        String url,
        String title,
        String summary,
        @Nullable String language,
        String category,
        WhenView changed,
        @Nullable Mark mark) {

    private static final Duration LATELY = Duration.ofDays(14);

    /** What is worth telling of an article's age. */
    public enum Mark {
        NEW,
        CHANGED;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static ArticleRow of(Articles.Listed article, Formats formats) {
        return new ArticleRow(
                article.url(),
                article.title(),
                article.summary(),
                foreign(article.language(), formats),
                String.join(" › ", article.category()),
                formats.when(article.changedAt()),
                mark(article, formats));
    }

    static @Nullable String foreign(Optional<String> language, Formats formats) {
        return language.filter(tag -> !tag.equals(formats.locale().getLanguage()))
                .orElse(null);
    }

    private static @Nullable Mark mark(Articles.Listed article, Formats formats) {
        var lately = formats.now().minus(LATELY);
        if (article.createdAt().isAfter(lately)) {
            return Mark.NEW;
        }
        return article.changedAt().isAfter(lately) ? Mark.CHANGED : null;
    }
}
