package org.clientportal.portal.catalogue;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.search.Findable;
import org.clientportal.portal.search.Finds;
import org.clientportal.portal.search.Hit;
import org.clientportal.portal.search.Marked;
import org.clientportal.portal.search.Marks;
import org.clientportal.portal.web.Frame;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Kinds of request can be found, in both languages whichever is read: by name, keywords, heading and questions. */
@Component
@Order(15)
public class KindFinds implements Finds {

    static final String KIND = "request";

    private final JdbcClient jdbc;
    private final Kinds kinds;

    KindFinds(JdbcClient jdbc, Kinds kinds) {
        this.jdbc = jdbc;
        this.kinds = kinds;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Feature feature() {
        return Feature.TICKETS;
    }

    @Override
    public String icon() {
        return "form";
    }

    @Override
    public List<Hit> hits(Viewer viewer, Frame frame, List<Long> objects, Marks marks, boolean brief) {
        var offered =
                kinds.visibleTo(viewer).stream().collect(Collectors.toMap(Kinds.Offered::id, Function.identity()));
        return objects.stream()
                .flatMap(id -> Stream.ofNullable(offered.get(id)))
                .map(each -> new Hit(
                        each.url(),
                        marks.all(each.kind().name().in(viewer.language())),
                        brief ? Marked.NOTHING : marks.all(each.kind().summary().in(viewer.language())),
                        brief ? List.of() : List.of(each.category().in(viewer.language())),
                        ""))
                .toList();
    }

    @Override
    public List<Findable> after(long object, int limit) {
        return jdbc.sql("""
                        select k.id, k.category_pl, k.category_en, k.changed_at, v.definition
                        from request_kind k join request_kind_version v on v.kind = k.id and v.version = k.version
                        where not k.retired and k.id > ? order by k.id limit ?""")
                .params(object, limit)
                .query((row, number) -> document(
                        row.getLong("id"),
                        CatalogueFile.kind(row.getString("definition")),
                        new Bilingual(row.getString("category_pl"), row.getString("category_en")),
                        Objects.requireNonNull(row.getObject("changed_at", OffsetDateTime.class))
                                .toInstant()))
                .list();
    }

    static Findable document(long id, RequestKind kind, Bilingual category, Instant changed) {
        var keywords = new ArrayList<String>();
        Stream.concat(kind.keywords().stream(), Stream.of(category))
                .flatMap(words -> Stream.of(words.pl(), words.en()))
                .filter(word -> !word.isEmpty())
                .distinct()
                .forEach(keywords::add);
        return new Findable(
                KIND,
                id,
                null,
                List.of(kind.id()),
                both(kind.name()),
                keywords,
                both(kind.summary()),
                kind.fields().stream().map(field -> both(field.label())).collect(Collectors.joining("\n")),
                changed);
    }

    private static String both(Bilingual words) {
        return words.pl().equals(words.en()) ? words.pl() : words.pl() + " " + words.en();
    }
}
