package org.clientportal.portal.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A row as administrators see it (docs/admin-api.md).
 *
 * @param state waiting, sending, parked or done
 * @param uncertain an attempt may have had its effect; the destination is asked before the next
 * @param dueAt null when nothing more is tried by itself
 */
record OutboxView(
        String id,
        String destination,
        String lane,
        String topic,
        String subject,
        String state,
        int attempts,
        boolean uncertain,
        Instant createdAt,
        @Nullable Instant dueAt,
        @Nullable String reason,
        @Nullable String why) {

    static OutboxView of(ResultSet row, int number) throws SQLException {
        var state = row.getString("shown_state");
        return new OutboxView(
                row.getString("id"),
                row.getString("destination").toLowerCase(Locale.ROOT),
                row.getString("lane"),
                row.getString("topic"),
                row.getString("subject"),
                state,
                row.getInt("attempts"),
                row.getBoolean("uncertain"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                state.equals("waiting")
                        ? row.getObject("due_at", OffsetDateTime.class).toInstant()
                        : null,
                word(row.getString("reason")),
                row.getString("why"));
    }

    private static @Nullable String word(@Nullable String reason) {
        return reason == null ? null : reason.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
