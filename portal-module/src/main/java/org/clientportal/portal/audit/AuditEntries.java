package org.clientportal.portal.audit;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.clientportal.portal.access.WorkTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The record as administrators and auditors read it. */
@Component
class AuditEntries {

    private final JdbcClient jdbc;

    AuditEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What to look for; null leaves a condition out.
     *
     * @param act the whole of it or its noun
     * @param subject an id, or part of a name without case
     */
    record Wanted(
            @Nullable String actor,
            @Nullable String act,
            @Nullable String subject,
            @Nullable Instant since,
            @Nullable Instant until) {}

    /** Newest first. */
    @WorkTransaction
    List<AuditEntryView> list(Wanted wanted, @Nullable Long before, int limit) {
        return jdbc.sql("""
                        select * from audit
                        where (cast(:before as bigint) is null or id < :before)
                          and (:actor is null or actor = :actor)
                          and (:act is null or act = :act or split_part(act, '.', 1) = :act)
                          and (:subject is null or subject = :subject or subject_name ilike '%' || :subject || '%')
                          and (cast(:since as timestamptz) is null or at >= :since)
                          and (cast(:until as timestamptz) is null or at < :until)
                        order by id desc limit :limit""")
                .param("before", before, Types.BIGINT)
                .param("actor", wanted.actor(), Types.VARCHAR)
                .param("act", wanted.act(), Types.VARCHAR)
                .param("subject", wanted.subject(), Types.VARCHAR)
                .param("since", at(wanted.since()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("until", at(wanted.until()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("limit", limit)
                .query(AuditEntryView::of)
                .list();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
