package org.clientportal.portal.search;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.clientportal.portal.access.WorkTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Searches that found nothing, as those read them who write articles. */
@Component
class Misses {

    private final JdbcClient jdbc;

    Misses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The most frequent first. */
    @WorkTransaction
    public List<Miss> list(@Nullable Instant since, int skipped, int limit) {
        return jdbc.sql("""
                        select words, language, times, last_at from search_miss
                        where cast(:since as timestamptz) is null or last_at >= :since
                        order by times desc, last_at desc, words, language offset :skipped limit :limit""")
                .param("since", since == null ? null : since.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("skipped", skipped)
                .param("limit", limit)
                .query((row, number) -> new Miss(
                        row.getString("words"),
                        row.getString("language"),
                        row.getLong("times"),
                        row.getObject("last_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
