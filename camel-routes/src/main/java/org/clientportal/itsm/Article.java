package org.clientportal.itsm;

import java.time.Instant;
import java.util.List;
import org.clientportal.itsm.Entry.FileRef;
import org.jspecify.annotations.Nullable;

/**
 * An article of the platform's knowledge base, as its authors published it. Drafts and internal articles never cross this
 * port.
 *
 * @param id the platform's id, stable for ever
 * @param summary one or two plain sentences; empty when the platform has none
 * @param html the body as an author wrote it (not trusted, to be sanitised); a picture that is one of the {@code files} has
 *     {@code src="file:ID"}, a link to another article {@code href="article:ID"}
 * @param language a language tag such as {@code pl}; null when the platform does not say
 * @param category names from the top downwards, in the article's own language; empty when none
 * @param keywords further words it should be found by
 * @param validFrom not shown before; null for at once
 * @param validUntil not shown from then on; null for ever
 * @param relatedIds ids of articles that an author named beside it, in order
 * @param files pictures in the body and files to download
 * @param changedAt last change that matters to readers
 * @param gone true when deleted or no longer published; everything else may then be empty
 * @param version grows with every change of the article
 */
public record Article(
        String id,
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
        List<FileRef> files,
        Instant createdAt,
        Instant changedAt,
        boolean gone,
        long version) {

    public Article {
        category = List.copyOf(category);
        keywords = List.copyOf(keywords);
        relatedIds = List.copyOf(relatedIds);
        files = List.copyOf(files);
    }
}
