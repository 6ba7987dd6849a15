package org.clientportal.portal.notes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes that a viewer may read, within a page's transaction. */
@Component
class ReadableNotes {

    private static final String READABLE = """
            select n.id, n.platform_id, n.title, n.html, n.body_text, n.author, n.written_at, n.changed_at, n.edition,
              d.edition as read_edition, d.at as read_at,
              (select count(*) from attachment a where a.note = n.id) as files
            from note n left join lateral (
              select r.edition, r.at from note_read r where r.note = n.id and r.person = :person
              order by r.edition desc limit 1) d on true
            where not n.gone and exists (select from note_reader r
              where r.note = n.id and r.scope = :own and (r.until is null or r.until > now()))\s""";

    private static final String UNREAD = "and (d.edition is null or d.edition < n.edition) ";
    private static final String NEWEST = "order by n.changed_at desc, n.id desc limit :most";

    private final JdbcClient jdbc;

    ReadableNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A note as its reader finds it.
     *
     * @param author of the last words; empty when the platform does not say
     * @param edition of the words
     * @param readEdition the last that the viewer read; null when none
     * @param readAt when; null like it
     */
    record Readable(
            long id,
            String platformId,
            String title,
            String html,
            String text,
            String author,
            Instant writtenAt,
            Instant changedAt,
            long edition,
            @Nullable Long readEdition,
            @Nullable Instant readAt,
            int files) {

        String url() {
            return NotePaths.note(platformId);
        }

        @Nullable
        NoteMark mark() {
            return readEdition == null ? NoteMark.NEW : readEdition < edition ? NoteMark.CHANGED : null;
        }
    }

    /**
     * Last changed first.
     *
     * @param before the platform's id of a note; only those behind it. Null for the beginning
     */
    List<Readable> of(Viewer viewer, @Nullable String before, int most) {
        return before == null
                ? ask(viewer, NEWEST, Map.of("most", most))
                : ask(
                        viewer,
                        "and (n.changed_at, n.id) < (select b.changed_at, b.id from note b where b.platform_id = :before) "
                                + NEWEST,
                        Map.of("before", before, "most", most));
    }

    Optional<Readable> visibleTo(Viewer viewer, String platformId) {
        return ask(viewer, "and n.platform_id = :id", Map.of("id", platformId)).stream()
                .findFirst();
    }

    /** By the portal's ids, in this order; those the viewer may not read are left out. */
    List<Readable> withIds(Viewer viewer, List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : ask(viewer, "and n.id in (:ids)", Map.of("ids", ids)).stream()
                        .sorted(Comparator.comparing(note -> ids.indexOf(note.id())))
                        .toList();
    }

    /** New and changed ones, last changed first. */
    List<Readable> unread(Viewer viewer, int most) {
        return ask(viewer, UNREAD + NEWEST, Map.of("most", most));
    }

    private List<Readable> ask(Viewer viewer, String rest, Map<String, ?> values) {
        return viewer.has(Feature.NOTES)
                ? jdbc.sql(READABLE + rest)
                        .param("person", viewer.person())
                        .param("own", "a:" + viewer.ownScope())
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
                row.getString("html"),
                row.getString("body_text"),
                row.getString("author"),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getLong("edition"),
                row.getObject("read_edition", Long.class),
                instant(row.getObject("read_at", OffsetDateTime.class)),
                row.getInt("files"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
