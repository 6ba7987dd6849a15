package org.clientportal.portal.notes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
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

/** Notes can be found by title, words and whoever wrote them. */
@Component
@Order(17)
class NoteFinds implements Finds {

    private static final String KIND = "note";
    private static final int EXCERPT = 160;
    private static final String DOCUMENT = "select id, title, body_text, author, changed_at from note where not gone ";

    private final JdbcClient jdbc;
    private final ReadableNotes notes;
    private final SearchIndex index;

    NoteFinds(JdbcClient jdbc, ReadableNotes notes, SearchIndex index) {
        this.jdbc = jdbc;
        this.notes = notes;
        this.index = index;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Feature feature() {
        return Feature.NOTES;
    }

    @Override
    public String icon() {
        return "notes";
    }

    /** The mirror has another note than before. Within its transaction. */
    void changed(long note) {
        index.renew(
                KIND,
                List.of(note),
                jdbc.sql(DOCUMENT + "and id = ?")
                        .param(note)
                        .query(NoteFinds::document)
                        .list());
    }

    @Override
    public List<Findable> after(long object, int limit) {
        return jdbc.sql(DOCUMENT + "and id > ? order by id limit ?")
                .params(object, limit)
                .query(NoteFinds::document)
                .list();
    }

    private static Findable document(ResultSet row, int number) throws SQLException {
        return new Findable(
                KIND,
                row.getLong("id"),
                null,
                List.of(),
                row.getString("title"),
                Stream.of(row.getString("author"))
                        .filter(name -> !name.isEmpty())
                        .toList(),
                "",
                row.getString("body_text"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    @Override
    public List<Hit> hits(Viewer viewer, Frame frame, List<Long> objects, Marks marks, boolean brief) {
        return notes.withIds(viewer, objects).stream()
                .map(note -> new Hit(
                        note.url(),
                        marks.all(note.title()),
                        brief ? Marked.NOTHING : marks.excerpt(note.text(), EXCERPT),
                        Stream.of(note.author())
                                .filter(author -> !author.isEmpty())
                                .toList(),
                        ""))
                .toList();
    }
}
