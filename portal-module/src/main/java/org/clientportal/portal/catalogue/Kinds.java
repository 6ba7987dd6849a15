package org.clientportal.portal.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.clientportal.portal.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The kinds of request that a viewer has. Within the caller's page transaction. */
@Component
public class Kinds {

    private final JdbcClient jdbc;
    /** What never changes: a version of a kind. Which of them somebody may see is asked each time. */
    private final Map<Version, RequestKind> definitions = new ConcurrentHashMap<>();

    Kinds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Version(long kind, int version) {}

    /**
     * A kind that somebody has.
     *
     * @param id the portal's own
     * @param category the heading it stands under
     * @param pictureUrl null when it has an icon only
     * @param popularity requests in the last 90 days, of everybody
     */
    public record Offered(
            long id,
            RequestKind kind,
            Bilingual category,
            @Nullable String pictureUrl,
            int popularity) {

        public String url() {
            return "/tickets/new/" + kind.id();
        }
    }

    /** All of them, in the order of the file. */
    public List<Offered> visibleTo(Viewer viewer) {
        return ask(viewer, "", "");
    }

    public Optional<Offered> visibleTo(Viewer viewer, String name) {
        return ask(viewer, "and k.name = :name", name).stream().findFirst();
    }

    private List<Offered> ask(Viewer viewer, String which, String name) {
        return jdbc.sql("""
                        select k.id, k.version, k.category_pl, k.category_en, k.popularity, k.name, p.hash
                        from request_kind k left join catalogue_picture p on p.name = k.picture
                        where not k.retired and exists (select from request_kind_reader r
                          where r.kind = k.id and r.scope in (:audiences))
                        """ + which + " order by k.category_position, k.position")
                .param("audiences", viewer.audiences().isEmpty() ? List.of("") : viewer.audiences())
                .param("name", name)
                .query((row, number) -> offered(row))
                .list();
    }

    private Offered offered(ResultSet row) throws SQLException {
        var id = row.getLong("id");
        var hash = row.getString("hash");
        return new Offered(
                id,
                definition(id, row.getInt("version")).orElseThrow(),
                new Bilingual(row.getString("category_pl"), row.getString("category_en")),
                hash == null ? null : "/tickets/new/" + row.getString("name") + "/picture?v=" + hash.substring(0, 12),
                row.getInt("popularity"));
    }

    /** What a version of a kind asked; empty when the viewer does not have the kind, or there was no such version. */
    public Optional<RequestKind> definition(long kind, int version) {
        var key = new Version(kind, version);
        var known = definitions.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        var read = jdbc.sql("select definition from request_kind_version where kind = ? and version = ?")
                .params(kind, version)
                .query(String.class)
                .optional()
                .map(CatalogueFile::kind);
        read.ifPresent(definition -> definitions.put(key, definition));
        return read;
    }

    /** The picture of a kind as PNG. */
    public Optional<byte[]> picture(Viewer viewer, String name) {
        return visibleTo(viewer, name)
                .flatMap(offered -> jdbc.sql(
                                "select p.png from request_kind k join catalogue_picture p on p.name = k.picture where k.id = ?")
                        .param(offered.id())
                        .query(byte[].class)
                        .optional());
    }
}
