package org.clientportal.demo.desk;

import java.time.Instant;
import java.util.List;
import org.clientportal.itsm.Article;
import org.clientportal.itsm.Audience;
import org.clientportal.itsm.Entry.FileRef;
import org.jspecify.annotations.Nullable;

/**
 * What an author writes of an article.
 *
 * @param html names files as authors know them, {@code src="file:NAME"}; they become ids when it is an article
 */
record ArticleDraft(
        String title,
        String summary,
        String html,
        @Nullable String language,
        List<String> category,
        List<String> keywords,
        Audience audience,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        List<String> relatedIds,
        List<FileRef> files) {

    ArticleDraft {
        summary = summary == null ? "" : summary;
        html = html == null ? "" : html;
        category = category == null ? List.of() : List.copyOf(category);
        keywords = keywords == null ? List.of() : List.copyOf(keywords);
        audience = audience == null ? Audience.EVERYONE : audience;
        relatedIds = relatedIds == null ? List.of() : List.copyOf(relatedIds);
        files = files == null ? List.of() : List.copyOf(files);
        if (title == null || title.isBlank()) {
            throw new IllegalArgumentException("an article needs a title");
        }
    }

    static ArticleDraft of(Article a) {
        var html = a.html();
        for (var file : a.files()) {
            html = html.replace("=\"file:" + file.id() + "\"", "=\"file:" + file.name() + "\"");
        }
        return new ArticleDraft(
                a.title(),
                a.summary(),
                html,
                a.language(),
                a.category(),
                a.keywords(),
                a.audience(),
                a.validFrom(),
                a.validUntil(),
                a.relatedIds(),
                a.files());
    }

    ArticleDraft with(FileRef file) {
        return with(title, html, Knowledge.replaced(files, file));
    }

    ArticleDraft with(String newTitle, String newHtml, List<FileRef> newFiles) {
        return new ArticleDraft(
                newTitle,
                summary,
                newHtml,
                language,
                category,
                keywords,
                audience,
                validFrom,
                validUntil,
                relatedIds,
                newFiles);
    }

    Article article(String id, Instant createdAt, Instant changedAt, boolean gone) {
        var linked = html;
        for (var file : files) {
            linked = linked.replace("=\"file:" + file.name() + "\"", "=\"file:" + file.id() + "\"");
        }
        return new Article(
                id,
                title,
                summary,
                linked,
                language,
                category,
                keywords,
                audience,
                validFrom,
                validUntil,
                relatedIds,
                files,
                createdAt,
                changedAt,
                gone,
                0);
    }
}
