package org.clientportal.portal.knowledge;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clientportal.portal.access.Explained;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Why somebody sees an article: its reader rows and its dates. */
@Component
class KnowledgeExplanations implements Explained {

    private static final Pattern ARTICLE = Pattern.compile("/knowledge/([^/]+)(/.*)?");

    private final JdbcClient jdbc;

    KnowledgeExplanations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Because> explain(Viewer who, String path) {
        if (path.equals(KnowledgePaths.ALL)) {
            return Optional.of(new Because(Feature.KNOWLEDGE, true, List.of("a page of the feature itself")));
        }
        var article = ARTICLE.matcher(path);
        return article.matches()
                ? Optional.of(because(who, URLDecoder.decode(article.group(1), StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    private record Row(long id, boolean gone, boolean valid) {}

    private Because because(Viewer who, String platformId) {
        var found = jdbc.sql("""
                        select id, gone, coalesce(valid_from <= now(), true) and coalesce(valid_until > now(), true) as valid
                        from article where platform_id = ?""")
                .param(platformId)
                .query((row, number) -> new Row(row.getLong("id"), row.getBoolean("gone"), row.getBoolean("valid")))
                .optional();
        if (found.isEmpty() || found.get().gone()) {
            return new Because(Feature.KNOWLEDGE, false, List.of("there is no such article in the mirror"));
        }
        if (!found.get().valid()) {
            return new Because(Feature.KNOWLEDGE, false, List.of("the article is not valid today"));
        }
        var rows = jdbc.sql("select scope, reason from article_reader where article = ? order by scope")
                .param(found.get().id())
                .query((row, number) -> row.getString("scope") + ", " + row.getString("reason"))
                .list();
        var reasons = rows.stream()
                .filter(row -> who.audiences().contains(row.substring(0, row.lastIndexOf(", "))))
                .map(row -> "reader row " + row)
                .toList();
        return reasons.isEmpty()
                ? new Because(
                        Feature.KNOWLEDGE,
                        false,
                        List.of("no reader row for " + String.join(" or ", who.audiences()) + "; there are "
                                + rows.size() + " for others"))
                : new Because(Feature.KNOWLEDGE, true, reasons);
    }
}
