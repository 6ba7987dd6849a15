package org.clientportal.portal.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A deed as the admin API tells it.
 *
 * @param address the network address it came from, null when nobody called
 * @param before a JSON object, null when there was nothing
 * @param after the same afterwards
 */
record AuditEntryView(
        String id,
        Instant at,
        String actorKind,
        String actor,
        @Nullable String address,
        String act,
        String subjectKind,
        String subject,
        String subjectName,
        @JsonRawValue @Nullable String before,
        @JsonRawValue @Nullable String after) {

    static AuditEntryView of(ResultSet row, int number) throws SQLException {
        return new AuditEntryView(
                row.getString("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor_kind").toLowerCase(Locale.ROOT),
                row.getString("actor"),
                row.getString("address"),
                row.getString("act"),
                row.getString("subject_kind"),
                row.getString("subject"),
                row.getString("subject_name"),
                row.getString("before"),
                row.getString("after"));
    }
}
