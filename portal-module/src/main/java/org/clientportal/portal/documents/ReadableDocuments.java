package org.clientportal.portal.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Documents that a viewer may read, within a page's transaction. */
@Component
class ReadableDocuments {

    private static final String READABLE = """
            select d.id, d.platform_id, d.title, d.kind, d.summary, d.newest, d.since, s.number as seen,
              lower(split_part(a.content_type, ';', 1)) as type, a.name as file_name
            from document d join document_version v on v.document = d.id and v.number = d.newest
              join attachment a on a.id = v.file
              left join document_seen s on s.document = d.id and s.person = :person
            where not d.gone and exists (select from document_reader r
              where r.document = d.id and r.scope in (:audiences) and (r.until is null or r.until > now()))\s""";

    private final JdbcClient jdbc;

    ReadableDocuments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A document in its newest version.
     *
     * @param seen the version that the viewer opened last, 0 for none
     * @param type of its file, without parameters
     */
    record Readable(
            long id,
            String platformId,
            String title,
            String kind,
            String summary,
            int newest,
            Instant since,
            int seen,
            String type,
            String fileName) {

        String url() {
            return DocumentPaths.document(platformId);
        }

        boolean isNew() {
            return seen < newest;
        }
    }

    /** One version, with its file. */
    record Version(int number, Instant since, String changes, UUID file) {}

    /**
     * What a list is narrowed to.
     *
     * @param kind null for every kind
     * @param from null for every time
     * @param until the first moment that is too late
     */
    record Narrowing(
            @Nullable String kind,
            @Nullable Instant from,
            @Nullable Instant until) {}

    /** How many documents of a kind, or of a year, there are. */
    record Tally(String name, int count) {}

    /**
     * Newest first, from behind a document on.
     *
     * @param before the platform's id of that document; null for the beginning
     */
    List<Readable> list(Viewer viewer, Narrowing narrowing, @Nullable String before, int limit) {
        return ask(viewer, """
                and (cast(:kind as text) is null or d.kind = :kind)
                and (cast(:from as timestamptz) is null or d.since >= :from)
                and (cast(:until as timestamptz) is null or d.since < :until)
                and (cast(:before as text) is null or (d.since, d.id) < (select b.since, b.id from document b where b.platform_id = :before))
                order by d.since desc, d.id desc limit :limit""", values(narrowing, before, limit));
    }

    private static Map<String, Object> values(Narrowing narrowing, @Nullable String before, int limit) {
        var values = new java.util.HashMap<String, Object>();
        values.put("kind", narrowing.kind());
        values.put("from", at(narrowing.from()));
        values.put("until", at(narrowing.until()));
        values.put("before", before);
        values.put("limit", limit);
        return values;
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    /** The kinds that the viewer's documents have, by name; one that says none is left out. */
    List<Tally> kinds(Viewer viewer) {
        return tally(viewer, "d.kind", "name <> '' order by name");
    }

    /** The years of the viewer's documents, latest first. */
    List<Tally> years(Viewer viewer) {
        return tally(viewer, "cast(extract(year from d.since at time zone :zone) as text)", "true order by name desc");
    }

    private List<Tally> tally(Viewer viewer, String by, String rest) {
        if (!viewer.has(Feature.DOCUMENTS)) {
            return List.of();
        }
        return jdbc.sql("select name, count(*) as count from (select " + by + """
                         as name from document d where not d.gone and exists (select from document_reader r
                          where r.document = d.id and r.scope in (:audiences) and (r.until is null or r.until > now()))) each
                        group by name having """ + " " + rest)
                .param("audiences", viewer.audiences())
                .param("zone", viewer.zone().getId())
                .query((row, number) -> new Tally(row.getString("name"), row.getInt("count")))
                .list();
    }

    /** What came or changed since then and was not opened, newest first. */
    List<Readable> unopened(Viewer viewer, Instant since, int limit) {
        return ask(
                viewer,
                "and d.since >= :since and coalesce(s.number, 0) < d.newest order by d.since desc, d.id desc limit :limit",
                Map.of("since", since.atOffset(ZoneOffset.UTC), "limit", limit));
    }

    Optional<Readable> readable(Viewer viewer, String platformId) {
        return ask(viewer, "and d.platform_id = :id", Map.of("id", platformId)).stream()
                .findFirst();
    }

    /** By the portal's ids, in this order; those the viewer may not read are left out. */
    List<Readable> withIds(Viewer viewer, List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : ask(viewer, "and d.id in (:ids)", Map.of("ids", ids)).stream()
                        .sorted(Comparator.comparing(document -> ids.indexOf(document.id())))
                        .toList();
    }

    /** Newest first; of a document that the viewer may read. */
    List<Version> versions(Readable document) {
        return jdbc.sql(
                        "select number, since, changes, file from document_version where document = ? order by number desc")
                .param(document.id())
                .query((row, number) -> new Version(
                        row.getInt("number"),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        row.getString("changes"),
                        row.getObject("file", UUID.class)))
                .list();
    }

    private List<Readable> ask(Viewer viewer, String rest, Map<String, ?> values) {
        return viewer.has(Feature.DOCUMENTS)
                ? jdbc.sql(READABLE + rest)
                        .param("person", viewer.person())
                        .param("audiences", viewer.audiences())
                        .params(values)
                        .query((row, number) -> readable(row))
                        .list()
                : List.of();
    }

    private static Readable readable(ResultSet row) throws SQLException {
        return new Readable(
                row.getLong("id"),
                row.getString("platform_id"),
                row.getString("title"),
                row.getString("kind"),
                row.getString("summary"),
                row.getInt("newest"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getInt("seen"),
                row.getString("type").strip(),
                row.getString("file_name"));
    }
}
