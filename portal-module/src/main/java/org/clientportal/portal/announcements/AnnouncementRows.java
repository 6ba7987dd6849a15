package org.clientportal.portal.announcements;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.clientportal.itsm.Announcement.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Announcements as rows, within the caller's transaction. */
@Component
class AnnouncementRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    AnnouncementRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Row(Kind kind, Instant from, @Nullable Instant until, boolean withdrawn, String by, long version) {}

    record Text(String title, String text) {}

    boolean isKnown(String platformId) {
        return jdbc.sql("select exists (select from announcement where platform_id = ?)")
                .param(platformId)
                .query(Boolean.class)
                .single();
    }

    /** Empty when this version or a newer one is here already. */
    Optional<Long> storeOfPlatform(String platformId, Row row) {
        return insert(platformId, row, """
                on conflict (platform_id) do update set kind = excluded.kind, starts_at = excluded.starts_at,
                  ends_at = excluded.ends_at, withdrawn = excluded.withdrawn, changed_at = excluded.changed_at,
                  version = excluded.version
                where announcement.version < excluded.version""");
    }

    /** Nothing when this version or a newer one is here already. */
    void withdraw(String platformId, String by, long version) {
        jdbc.sql("""
                        update announcement set withdrawn = true, changed_at = :now, changed_by = :by, version = :version
                        where platform_id = :id and version < :version""")
                .param("id", platformId)
                .param("now", at(clock.instant()))
                .param("by", by)
                .param("version", version)
                .update();
    }

    long storeOwn(Row row) {
        return insert(null, row, "").orElseThrow();
    }

    private Optional<Long> insert(@Nullable String platformId, Row row, String onConflict) {
        return jdbc.sql("""
                        insert into announcement (platform_id, kind, starts_at, ends_at, withdrawn, changed_at, changed_by, version)
                        values (:id, :kind, :from, :until, :withdrawn, :now, :by, :version)
                        """ + onConflict + " returning id")
                .param("id", platformId, Types.VARCHAR)
                .param("kind", row.kind().name())
                .param("from", at(row.from()))
                .param("until", at(row.until()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("withdrawn", row.withdrawn())
                .param("now", at(clock.instant()))
                .param("by", row.by())
                .param("version", row.version())
                .query(Long.class)
                .optional();
    }

    /** Texts by language, "" for any; scopes of those who see it. */
    void fill(long id, Map<String, Text> texts, Collection<String> scopes) {
        jdbc.sql("delete from announcement_text where announcement = ?")
                .param(id)
                .update();
        jdbc.sql("delete from announcement_reader where announcement = ?")
                .param(id)
                .update();
        texts.forEach((language, text) -> jdbc.sql(
                        "insert into announcement_text (announcement, language, title, text) values (?, ?, ?, ?)")
                .params(id, language, text.title(), text.text())
                .update());
        scopes.stream()
                .distinct()
                .forEach(scope -> jdbc.sql("insert into announcement_reader (scope, announcement) values (?, ?)")
                        .params(scope, id)
                        .update());
    }

    /** People by the platform's ids; whoever is not in the register yet does not see it. */
    void addPeople(long id, Collection<String> platformIds) {
        if (!platformIds.isEmpty()) {
            jdbc.sql("""
                            insert into announcement_reader (scope, announcement)
                            select 'a:p:' || p.id, :id from person p where p.platform_id in (:people) on conflict do nothing""").param("id", id).param("people", platformIds).update();
        }
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
