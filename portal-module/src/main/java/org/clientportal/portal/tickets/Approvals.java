package org.clientportal.portal.tickets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.clientportal.itsm.Approval.State;
import org.clientportal.itsm.Submission.Decision;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.audit.Audit;
import org.clientportal.portal.audit.Deed;
import org.clientportal.portal.outbox.OutboxRows;
import org.clientportal.ports.Outbox.Destination;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the viewer is asked to approve, and what the viewer says to it, once. Within the caller's page transaction. */
@Component
class Approvals {

    private static final int SHOWN = 50;

    private static final String SELECT = """
            select a.id, t.id as ticket, t.number, t.subject, a.question, a.requested_at, a.due_at, a.state, a.decided_at, a.reason,
              w.decision, w.delivery, w.failure
            from approval a join ticket t on t.id = a.ticket left join lateral (
              select * from approval_word w where w.approval = a.id and w.decision <> 'COMMENT' order by w.id desc limit 1) w on true
            where a.approver = :viewer and a.state <> 'WITHDRAWN'\s""";

    private final JdbcClient jdbc;
    private final OutboxRows outbox;
    private final Audit audit;
    private final Clock clock;

    Approvals(JdbcClient jdbc, OutboxRows outbox, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A question to the viewer.
     *
     * @param state as the platform has it
     * @param said the viewer's own decision on its way or refused; null when none was made here
     * @param delivery of that decision; null when none was made here
     */
    record Asked(
            long id,
            long ticket,
            String number,
            String subject,
            String question,
            Instant requestedAt,
            @Nullable Instant dueAt,
            State state,
            @Nullable Instant decidedAt,
            String reason,
            @Nullable Decision said,
            @Nullable String delivery) {

        /** Whether the viewer can still decide. */
        boolean isOpen() {
            return state == State.WAITING && (delivery == null || delivery.equals("FAILED"));
        }
    }

    /** Those that wait first, the one that waits longest before the others; then the latest decided. */
    List<Asked> of(Viewer viewer) {
        return viewer.askedScopes().isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + """
                        order by a.state <> 'WAITING', case when a.state = 'WAITING' then a.requested_at end,
                          a.decided_at desc nulls last limit :most""")
                        .param("viewer", viewer.person())
                        .param("most", SHOWN)
                        .query((row, number) -> asked(row))
                        .list();
    }

    /** What the viewer is asked about a ticket: what waits first. */
    List<Asked> of(Viewer viewer, ListedTicket ticket) {
        return jdbc.sql(SELECT + "and a.ticket = :ticket order by a.state <> 'WAITING', a.requested_at, a.id")
                .param("viewer", viewer.person())
                .param("ticket", ticket.id())
                .query((row, number) -> asked(row))
                .list();
    }

    private static Asked asked(ResultSet row) throws SQLException {
        var said = row.getString("decision");
        return new Asked(
                row.getLong("id"),
                row.getLong("ticket"),
                row.getString("number"),
                row.getString("subject"),
                row.getString("question"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                instant(row, "due_at"),
                State.valueOf(row.getString("state")),
                instant(row, "decided_at"),
                row.getString("reason"),
                said == null ? null : Decision.valueOf(said),
                row.getString("delivery"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }

    /** @return false when it is decided, withdrawn or about to be decided already, or not the viewer's to decide */
    boolean say(Viewer viewer, ListedTicket ticket, long approval, Decision decision, String text) {
        if (of(viewer, ticket).stream().noneMatch(asked -> asked.id() == approval)) {
            return false;
        }
        var lane = TicketWriting.lane(ticket.id());
        outbox.enter(lane, Destination.PLATFORM);
        var key = UUID.randomUUID();
        var word = jdbc.sql("select coalesce(approval_said(?, ?, ?, ?, ?), 0)")
                .params(approval, decision.name(), text, key, clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        if (word == 0) {
            return false;
        }
        outbox.add(new OutboxRows.Row(
                lane, Destination.PLATFORM, ApprovalTopic.TOPIC, word, key, null, viewer.person(), viewer.name()));
        audit.note(new Deed(
                Deed.Actor.person(viewer.email()),
                "approval." + decision.name().toLowerCase(java.util.Locale.ROOT),
                new Deed.Subject("ticket", ticket.number(), ticket.number()),
                Map.of(),
                Map.of("text", text)));
        return true;
    }
}
