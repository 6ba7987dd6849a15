package org.clientportal.portal.knowledge;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.clientportal.itsm.Article;
import org.clientportal.itsm.Person;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.access.ViewerDefaults;
import org.clientportal.portal.conversation.FileRows;
import org.clientportal.portal.conversation.FileRows.Owner;
import org.clientportal.ports.KnowledgeIntake;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Articles of the platform: their text made fit for a page, their readers, their files. */
@Component
class KnowledgeMirror implements KnowledgeIntake {

    private final JdbcClient jdbc;
    private final ArticleReaders readers;
    private final ArticleFinds search;
    private final FileRows attachments;
    private final ViewerDefaults defaults;

    KnowledgeMirror(
            JdbcClient jdbc,
            ArticleReaders readers,
            ArticleFinds search,
            FileRows attachments,
            ViewerDefaults defaults) {
        this.jdbc = jdbc;
        this.readers = readers;
        this.search = search;
        this.attachments = attachments;
        this.defaults = defaults;
    }

    @Override
    public void take(List<Article> articles) {
        articles.stream()
                // a platform may tell that something is gone which was never an article
                .filter(article -> !article.gone() || isKnown(article.id()))
                .forEach(this::take);
    }

    @Override
    public void peopleArrived(List<Person> people) {
        readers.peopleArrived(people.stream().map(Person::id).toList());
    }

    private boolean isKnown(String platformId) {
        return jdbc.sql("select exists (select from article where platform_id = ?)")
                .param(platformId)
                .query(Boolean.class)
                .single();
    }

    private void take(Article article) {
        var files = attachments.ids(Owner.ARTICLE, article.files());
        var html = ArticleHtml.of(
                article.html(),
                Viewer.languageOf(article.language()).orElse(defaults.language()),
                files,
                KnowledgePaths.article(article.id()));
        store(article, html).ifPresent(id -> {
            readers.take(id, article);
            search.changed(id);
            attachments.store(Owner.ARTICLE, id, article.gone() ? List.of() : article.files(), files);
        });
    }

    /** Empty when the mirror already has this version or a newer one. */
    private Optional<Long> store(Article article, ArticleHtml html) {
        return jdbc.sql("""
                        insert into article (platform_id, title, summary, html, contents, body_text, language, category,
                          keywords, related, valid_from, valid_until, created_at, changed_at, gone, version)
                        values (:id, :title, :summary, :html, :contents, :text, :language, :category, :keywords, :related, :from, :until,
                          :created, :changed, :gone, :version)
                        on conflict (platform_id) do update set title = excluded.title, summary = excluded.summary,
                          html = excluded.html, contents = excluded.contents, body_text = excluded.body_text, language = excluded.language,
                          category = excluded.category, keywords = excluded.keywords, related = excluded.related,
                          valid_from = excluded.valid_from, valid_until = excluded.valid_until,
                          created_at = excluded.created_at, changed_at = excluded.changed_at, gone = excluded.gone,
                          version = excluded.version
                        where article.version < excluded.version
                        returning id""")
                .param("id", article.id())
                .param("title", article.title().strip())
                .param("summary", article.summary().strip())
                .param("html", html.html())
                .param(
                        "contents",
                        html.contents().stream()
                                .map(heading -> heading.id() + " " + heading.text())
                                .toArray(String[]::new))
                .param("text", html.text())
                .param("language", Viewer.languageOf(article.language()).orElse(null), java.sql.Types.VARCHAR)
                .param("category", article.category().toArray(String[]::new))
                .param("keywords", String.join("\n", article.keywords()))
                .param("related", article.relatedIds().toArray(String[]::new))
                .param("from", at(article.validFrom()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("until", at(article.validUntil()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("created", at(article.createdAt()))
                .param("changed", at(article.changedAt()))
                .param("gone", article.gone())
                .param("version", article.version())
                .query(Long.class)
                .optional();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
