package org.clientportal.portal.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.search.Findable;
import org.clientportal.portal.search.Finds;
import org.clientportal.portal.search.Hit;
import org.clientportal.portal.search.Marked;
import org.clientportal.portal.search.Marks;
import org.clientportal.portal.search.SearchIndex;
import org.clientportal.portal.web.Frame;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Articles can be found: by title, keywords and category, summary and text. They stand before whatever else is found. */
@Component
@Order(10)
class ArticleFinds implements Finds {

    static final String KIND = "article";
    private static final int EXCERPT = 170;

    private final JdbcClient jdbc;
    private final Articles articles;
    private final SearchIndex index;

    ArticleFinds(JdbcClient jdbc, Articles articles, SearchIndex index) {
        this.jdbc = jdbc;
        this.articles = articles;
        this.index = index;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Feature feature() {
        return Feature.KNOWLEDGE;
    }

    @Override
    public String icon() {
        return "knowledge";
    }

    /** The mirror has another article than before. Within its transaction. */
    void changed(long article) {
        index.renew(
                KIND,
                List.of(article),
                jdbc.sql(DOCUMENT + "and id = ?")
                        .param(article)
                        .query(ArticleFinds::document)
                        .list());
    }

    private static final String DOCUMENT = """
            select id, platform_id, language, title, keywords, category, summary, body_text, changed_at
            from article where not gone\s""";

    @Override
    public List<Findable> after(long object, int limit) {
        return jdbc.sql(DOCUMENT + "and id > ? order by id limit ?")
                .params(object, limit)
                .query(ArticleFinds::document)
                .list();
    }

    private static Findable document(ResultSet row, int number) throws SQLException {
        var keywords = new ArrayList<>(row.getString("keywords").lines().toList());
        keywords.addAll(Arrays.asList((String[]) row.getArray("category").getArray()));
        return new Findable(
                KIND,
                row.getLong("id"),
                row.getString("language"),
                List.of(row.getString("platform_id")),
                row.getString("title"),
                keywords,
                row.getString("summary"),
                row.getString("body_text"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    @Override
    public List<Hit> hits(Viewer viewer, Frame frame, List<Long> objects, Marks marks, boolean brief) {
        var listed = articles.withIds(viewer, objects);
        var texts = brief || listed.isEmpty()
                ? Map.<Long, String>of()
                : texts(listed.stream().map(Articles.Listed::id).toList());
        return listed.stream()
                .map(article -> new Hit(
                        article.url(),
                        marks.all(article.title()),
                        brief ? Marked.NOTHING : excerpt(article, texts.getOrDefault(article.id(), ""), marks),
                        Stream.of(
                                        String.join(" › ", article.category()),
                                        frame.formats()
                                                .when(article.changedAt())
                                                .text())
                                .filter(fact -> !fact.isEmpty())
                                .toList(),
                        article.language().orElse("")))
                .toList();
    }

    /** The summary says what an article is for; where the words stand only further below, that place. */
    private static Marked excerpt(Articles.Listed article, String text, Marks marks) {
        var summary = marks.excerpt(article.summary(), EXCERPT);
        var inside = marks.excerpt(text, EXCERPT);
        var found = inside.parts().stream().anyMatch(Marked.Part::marked);
        return summary.isEmpty() || found && summary.parts().stream().noneMatch(Marked.Part::marked) ? inside : summary;
    }

    private Map<Long, String> texts(List<Long> ids) {
        var texts = new HashMap<Long, String>();
        jdbc.sql("select id, left(body_text, 8000) as text from article where id in (:ids)")
                .param("ids", ids)
                .query((row, number) -> texts.put(row.getLong("id"), row.getString("text")))
                .list();
        return texts;
    }
}
