package org.clientportal.portal.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.previews.ContentRead;
import org.clientportal.portal.search.Findable;
import org.clientportal.portal.search.Finds;
import org.clientportal.portal.search.Hit;
import org.clientportal.portal.search.Marked;
import org.clientportal.portal.search.Marks;
import org.clientportal.portal.search.SearchIndex;
import org.clientportal.portal.web.Frame;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Documents can be found: by title and kind, what they are about, the name of the file and what is new in the newest version. */
@Component
@Order(16)
class DocumentFinds implements Finds {

    private static final String KIND = "document";

    private static final String DOCUMENT = """
            select d.id, d.title, d.kind, d.summary, v.changes, a.name as file_name, d.since, coalesce(left(p.text, 60000), '') as words
            from document d join document_version v on v.document = d.id and v.number = d.newest join attachment a on a.id = v.file
              left join content_preview p on p.sha256 = a.sha256
            where not d.gone\s""";

    private final JdbcClient jdbc;
    private final ReadableDocuments documents;
    private final SearchIndex index;

    DocumentFinds(JdbcClient jdbc, ReadableDocuments documents, SearchIndex index) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.index = index;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Feature feature() {
        return Feature.DOCUMENTS;
    }

    @Override
    public String icon() {
        return "documents";
    }

    /** The mirror has another document than before. Within its transaction. */
    void changed(long document) {
        index.renew(
                KIND,
                List.of(document),
                jdbc.sql(DOCUMENT + "and d.id = ?")
                        .param(document)
                        .query(DocumentFinds::findable)
                        .list());
    }

    /** The words of a content are known now: those documents are found by them whose newest version it is. */
    @EventListener
    void read(ContentRead content) {
        jdbc.sql("""
                        select d.id from document d join document_version v on v.document = d.id and v.number = d.newest
                          join attachment a on a.id = v.file
                        where not d.gone and a.sha256 = ?""").param(content.sha256()).query(Long.class).list().forEach(this::changed);
    }

    @Override
    public List<Findable> after(long object, int limit) {
        return jdbc.sql(DOCUMENT + "and d.id > ? order by d.id limit ?")
                .params(object, limit)
                .query(DocumentFinds::findable)
                .list();
    }

    private static Findable findable(ResultSet row, int number) throws SQLException {
        return new Findable(
                KIND,
                row.getLong("id"),
                null,
                List.of(),
                row.getString("title"),
                Stream.of(row.getString("kind")).filter(kind -> !kind.isEmpty()).toList(),
                row.getString("summary"),
                String.join("\n", row.getString("file_name"), row.getString("changes"), row.getString("words")),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }

    @Override
    public List<Hit> hits(Viewer viewer, Frame frame, List<Long> objects, Marks marks, boolean brief) {
        return documents.withIds(viewer, objects).stream()
                .map(document -> new Hit(
                        document.url(),
                        marks.all(document.title()),
                        brief || document.summary().isEmpty() ? Marked.NOTHING : marks.all(document.summary()),
                        Stream.of(
                                        document.kind(),
                                        frame.formats().when(document.since()).text())
                                .filter(fact -> !fact.isEmpty())
                                .toList(),
                        ""))
                .toList();
    }
}
