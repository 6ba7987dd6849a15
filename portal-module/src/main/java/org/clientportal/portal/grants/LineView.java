package org.clientportal.portal.grants;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A line as the admin API tells it.
 *
 * @param subject as commands name it
 * @param subjectName for people
 * @param granted false: denied
 * @param branch for organisation-tickets: the organisation whose branch is seen, null for the person's own
 * @param profile the bundle it came with, null when given by itself
 * @param until null for ever
 * @param over whether its time is over, so that it says nothing
 * @param decides for one person: whether this line is the one that decides; null elsewhere
 */
record LineView(
        String id,
        String level,
        String subject,
        String subjectName,
        String feature,
        boolean granted,
        @Nullable String branch,
        @Nullable String profile,
        @Nullable Instant until,
        boolean over,
        @Nullable Boolean decides,
        Instant changedAt,
        String changedBy) {

    static LineView of(ResultSet row, int number) throws SQLException {
        var until = row.getObject("until", OffsetDateTime.class);
        var decides = row.getObject("decides", Boolean.class);
        return new LineView(
                row.getString("id"),
                row.getString("level").toLowerCase(Locale.ROOT),
                row.getString("subject"),
                row.getString("subject_name"),
                row.getString("feature"),
                row.getBoolean("granted"),
                row.getString("branch"),
                row.getString("profile"),
                until == null ? null : until.toInstant(),
                row.getBoolean("over"),
                decides,
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_by"));
    }

    /** In words, for an explanation. */
    String text() {
        return (granted ? "granted" : "denied") + " to "
                + (level.equals("installation") ? "everybody" : level + " " + subjectName)
                + (until == null ? "" : " until " + until)
                + " by " + changedBy;
    }
}
