package org.clientportal.portal.catalogue;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue in the database, read and written with the eyes of a route, within the caller's transaction. */
@Component
class CatalogueRows {

    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CatalogueRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A file that was applied. */
    record Applied(long number, String source, OffsetDateTime at, String by) {}

    /** One at a time. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('request catalogue'))")
                .query((row, number) -> 0)
                .single();
    }

    Optional<Applied> newest() {
        return applied("order by id desc limit 1");
    }

    Optional<Applied> numbered(long number) {
        return applied("where id = ?", number);
    }

    private Optional<Applied> applied(String which, Object... values) {
        return jdbc.sql("select id, source, applied_at, applied_by from catalogue " + which)
                .params(values)
                .query((row, number) -> new Applied(
                        row.getLong("id"),
                        row.getString("source"),
                        row.getObject("applied_at", OffsetDateTime.class),
                        row.getString("applied_by")))
                .optional();
    }

    long add(String source, OffsetDateTime at, String by) {
        return jdbc.sql("insert into catalogue (source, applied_at, applied_by) values (?, ?, ?) returning id")
                .params(source, at, by)
                .query(Long.class)
                .single();
    }

    /**
     * A kind as it is stored.
     *
     * @param heading the category it stands under, by language
     * @param newest the highest version there ever was
     */
    record Stored(
            long id, int version, boolean retired, Map<String, String> heading, int newest, Map<String, Object> tree) {}

    Map<String, Stored> kinds() {
        var kinds = new HashMap<String, Stored>();
        jdbc.sql("""
                        select k.id, k.name, k.version, k.retired, k.category_pl, k.category_en,
                          (select max(o.version) from request_kind_version o where o.kind = k.id) as newest, v.definition
                        from request_kind k join request_kind_version v on v.kind = k.id and v.version = k.version""").query(row -> {
            kinds.put(
                    row.getString("name"),
                    new Stored(
                            row.getLong("id"),
                            row.getInt("version"),
                            row.getBoolean("retired"),
                            heading(row.getString("category_pl"), row.getString("category_en")),
                            row.getInt("newest"),
                            json.readValue(row.getString("definition"), TREE)));
        });
        return kinds;
    }

    static Map<String, String> heading(String polish, String english) {
        return Map.of("heading.pl", polish, "heading.en", english);
    }

    /** Makes a kind be as the file has it. */
    long put(RequestKind kind, RequestCatalogue.Category category, int categoryPlace, int place, OffsetDateTime now) {
        return jdbc.sql("""
                        insert into request_kind (name, version, position, category, category_pl, category_en, category_position,
                          picture, changed_at)
                        values (:name, :version, :position, :category, :pl, :en, :categoryPosition, :picture, :now)
                        on conflict (name) do update set version = excluded.version, position = excluded.position,
                          category = excluded.category, category_pl = excluded.category_pl, category_en = excluded.category_en,
                          category_position = excluded.category_position, picture = excluded.picture, retired = false,
                          changed_at = excluded.changed_at
                        returning id""")
                .param("name", kind.id())
                .param("version", kind.version())
                .param("position", place)
                .param("category", category.id())
                .param("pl", category.name().pl())
                .param("en", category.name().en())
                .param("categoryPosition", categoryPlace)
                .param("picture", kind.picture(), java.sql.Types.VARCHAR)
                .param("now", now)
                .query(Long.class)
                .single();
    }

    /** Where it stands among the others, which changes nothing else. */
    void place(String name, int categoryPlace, int place) {
        jdbc.sql("""
                        update request_kind set category_position = :category, position = :place
                        where name = :name and (category_position, position) is distinct from (:category, :place)""")
                .param("category", categoryPlace)
                .param("place", place)
                .param("name", name)
                .update();
    }

    void version(long kind, RequestKind definition, long catalogue) {
        jdbc.sql("""
                        insert into request_kind_version (kind, version, definition, catalogue) values (?, ?, ?, ?)
                        on conflict do nothing""")
                .params(kind, definition.version(), json.writeValueAsString(KindTree.of(definition)), catalogue)
                .update();
    }

    void readers(long kind, List<String> scopes) {
        jdbc.sql("delete from request_kind_reader where kind = ?").param(kind).update();
        scopes.stream()
                .distinct()
                .forEach(scope -> jdbc.sql("insert into request_kind_reader (scope, kind) values (?, ?)")
                        .params(scope, kind)
                        .update());
    }

    void retire(long kind, OffsetDateTime now) {
        jdbc.sql("update request_kind set retired = true, changed_at = ? where id = ?")
                .params(now, kind)
                .update();
        readers(kind, List.of());
    }

    /** The platform's ids of the organisations that have an id or a name. */
    List<String> organisations(String idOrName) {
        return jdbc.sql("select platform_id from organisation where platform_id = :word or lower(name) = lower(:word)")
                .param("word", idOrName)
                .query(String.class)
                .list();
    }

    boolean hasGroup(String name) {
        return jdbc.sql("select exists (select from person_group where name = ?)")
                .param(name)
                .query(Boolean.class)
                .single();
    }

    /** Hashes of the pictures that are here, by name. */
    Map<String, String> pictures() {
        var pictures = new HashMap<String, String>();
        jdbc.sql("select name, hash from catalogue_picture").query(row -> {
            pictures.put(row.getString("name"), row.getString("hash"));
        });
        return pictures;
    }

    byte[] picture(String name) {
        return jdbc.sql("select original from catalogue_picture where name = ?")
                .param(name)
                .query(byte[].class)
                .single();
    }

    void picture(String name, byte[] given, byte[] drawn) {
        jdbc.sql("""
                        insert into catalogue_picture (name, hash, original, png) values (?, ?, ?, ?)
                        on conflict (name) do update set hash = excluded.hash, original = excluded.original, png = excluded.png""").params(name, Pictures.hash(given), given, drawn).update();
    }

    void forgetPictures() {
        jdbc.sql(
                        "delete from catalogue_picture p where not exists (select from request_kind k where k.picture = p.name and not k.retired)")
                .update();
    }
}
