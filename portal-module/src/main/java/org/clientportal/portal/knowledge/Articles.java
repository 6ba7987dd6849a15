package org.clientportal.portal.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Viewer;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Articles a viewer may read, within a page's transaction. */
@Component
class Articles {

    static final int PAGE = 30;

    private static final String BRIEF = """
            select a.id, a.platform_id, a.title, a.summary, a.language, a.category, a.created_at, a.changed_at from article a
            where not a.gone and (a.valid_from is null or a.valid_from <= now())
              and (a.valid_until is null or a.valid_until > now())
              and exists (select from article_reader r where r.article = a.id and r.scope in (:audiences)
                and (r.until is null or r.until > now()))
            """;

    private final JdbcClient jdbc;

    Articles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param category names from the top downwards */
    record Listed(
            long id,
            String platformId,
            String title,
            String summary,
            Optional<String> language,
            List<String> category,
            Instant createdAt,
            Instant changedAt) {

        String url() {
            return KnowledgePaths.article(platformId);
        }
    }

    /** An article with its body, ready to be shown. */
    record Whole(Listed brief, String html, List<String> contents, List<String> related) {}

    /** A category with the number of its articles in a language, those of sub-categories too. */
    record Category(String name, Optional<String> language, long count) {}

    Optional<Whole> visibleTo(Viewer viewer, String platformId) {
        return ask(viewer, "and a.platform_id = :id", Map.of("id", platformId)).stream()
                .findFirst()
                .flatMap(brief -> jdbc.sql("select html, contents, related from article where id = ?")
                        .param(brief.id())
                        .query((row, number) ->
                                new Whole(brief, row.getString("html"), words(row, "contents"), words(row, "related")))
                        .optional());
    }

    /** Opened most in the last days; those in the viewer's language first. */
    List<Listed> popular(Viewer viewer, int most) {
        return ownLanguageFirst(viewer, "a.popularity desc, a.changed_at desc, a.id", most);
    }

    /** Made or changed last; those in the viewer's language first. */
    List<Listed> newest(Viewer viewer, int most) {
        return ownLanguageFirst(viewer, "a.changed_at desc, a.id", most);
    }

    /** Two questions, so that the first, which mostly is enough, follows an index. */
    private List<Listed> ownLanguageFirst(Viewer viewer, String order, int most) {
        var values = Map.of("language", viewer.language());
        var own = ask(viewer, "and a.language = :language order by " + order + " limit " + most, values);
        if (own.size() == most) {
            return own;
        }
        var others = "and a.language is distinct from :language order by " + order + " limit " + (most - own.size());
        return Stream.concat(own.stream(), ask(viewer, others, values).stream()).toList();
    }

    /** In this order; those the viewer may not read are left out. */
    List<Listed> of(Viewer viewer, List<String> platformIds) {
        return platformIds.isEmpty()
                ? List.of()
                : ask(viewer, "and a.platform_id in (:ids)", Map.of("ids", platformIds)).stream()
                        .sorted(Comparator.comparing(article -> platformIds.indexOf(article.platformId())))
                        .toList();
    }

    /** By the portal's ids, in this order; those the viewer may not read are left out. */
    List<Listed> withIds(Viewer viewer, List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : ask(viewer, "and a.id in (:ids)", Map.of("ids", ids)).stream()
                        .sorted(Comparator.comparing(article -> ids.indexOf(article.id())))
                        .toList();
    }

    /** Of a category and those below it, by title; {@code after} is the last title of the page before, empty at first. */
    List<Listed> in(Viewer viewer, List<String> category, String after) {
        return ask(
                viewer,
                """
                and starts_with(array_to_string(a.category, chr(31)) || chr(31), :category)
                  and (:after = '' or a.title collate "C" > :after)
                order by a.title collate "C" limit :most""",
                Map.of("category", String.join("\u001f", category) + "\u001f", "after", after, "most", PAGE + 1));
    }

    /** Top categories by language and name, articles without one left out. */
    List<Category> categories(Viewer viewer) {
        var order = java.text.Collator.getInstance(viewer.locale());
        return jdbc
                .sql("select category[1] as name, language, count(*) as count from (" + BRIEF
                        + ") seen where cardinality(category) > 0 group by 1, 2")
                .params(audiences(viewer))
                .query((row, number) -> new Category(
                        row.getString("name"), Optional.ofNullable(row.getString("language")), row.getLong("count")))
                .list()
                .stream()
                .sorted((one, other) -> order.compare(one.name(), other.name()))
                .toList();
    }

    private List<Listed> ask(Viewer viewer, String rest, Map<String, ?> values) {
        return viewer.has(Feature.KNOWLEDGE)
                ? jdbc.sql(BRIEF + rest)
                        .params(audiences(viewer))
                        .params(values)
                        .query(ROW)
                        .list()
                : List.of();
    }

    private static Map<String, Collection<String>> audiences(Viewer viewer) {
        return Map.of("audiences", viewer.audiences());
    }

    private static final RowMapper<Listed> ROW = (row, number) -> new Listed(
            row.getLong("id"),
            row.getString("platform_id"),
            row.getString("title"),
            row.getString("summary"),
            Optional.ofNullable(row.getString("language")),
            words(row, "category"),
            row.getObject("created_at", OffsetDateTime.class).toInstant(),
            row.getObject("changed_at", OffsetDateTime.class).toInstant());

    private static List<String> words(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
