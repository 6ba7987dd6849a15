package org.clientportal.portal.tickets;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.clientportal.itsm.Approval;
import org.clientportal.itsm.Ticket;
import org.clientportal.portal.live.Hints;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/** Takes the approvals of the platform's tickets into the mirror. Their reader rows follow by triggers. */
@Component
class ApprovalMirror {

    private final NamedParameterJdbcTemplate sql;
    private final ApplicationEventPublisher events;
    private final Hints hints;

    ApprovalMirror(NamedParameterJdbcTemplate sql, ApplicationEventPublisher events, Hints hints) {
        this.sql = sql;
        this.events = events;
        this.hints = hints;
    }

    private static final String UPSERT = """
            insert into approval (ticket, platform_id, approver_platform_id, approver, question, requested_at, due_at, state,
              decided_at, reason)
            values (:ticket, :id, :asked, :approver, :question, :requested, :due, :state, :decided, :reason)
            on conflict (platform_id) do update set ticket = excluded.ticket,
              approver_platform_id = excluded.approver_platform_id, approver = excluded.approver,
              question = excluded.question, requested_at = excluded.requested_at, due_at = excluded.due_at,
              state = excluded.state, decided_at = excluded.decided_at, reason = excluded.reason
            where (approval.ticket, approval.approver_platform_id, approval.approver, approval.question,
                approval.requested_at, approval.due_at, approval.state, approval.decided_at, approval.reason)
              is distinct from (excluded.ticket, excluded.approver_platform_id, excluded.approver, excluded.question,
                excluded.requested_at, excluded.due_at, excluded.state, excluded.decided_at, excluded.reason)""";

    private record Placed(Approval approval, long ticket) {}

    /**
     * @param ids the tickets' ids here, by the platform's
     * @param people ids of those who are known, by the platform's
     */
    void take(List<Ticket> tickets, Map<String, Long> ids, Map<String, Long> people) {
        var placed = tickets.stream()
                .flatMap(ticket -> ticket.approvals().stream()
                        .map(approval -> new Placed(approval, Objects.requireNonNull(ids.get(ticket.id())))))
                .toList();
        if (placed.isEmpty()) {
            return;
        }
        sql.batchUpdate(UPSERT, placed.stream().map(one -> row(one, people)).toArray(SqlParameterSource[]::new));
        placed.stream().map(Placed::ticket).distinct().forEach(this::tell);
    }

    /** Whoever is asked and was not told yet. */
    void tell(long ticket) {
        sql.query("""
                        update approval set told_at = now(), told_times = told_times + 1
                        where ticket = :ticket and state = 'WAITING' and approver is not null and told_at is null
                        returning approver""", Map.of("ticket", ticket), (row, number) -> row.getLong(1))
                .forEach(person -> {
                    events.publishEvent(new ApprovalAsked(ticket, person));
                    // whoever is asked for the first time looks through one scope more from now on
                    hints.rightsChanged(Optional.of(person));
                });
    }

    /** Some who were asked are known only now. */
    void peopleArrived(Collection<String> platformIds) {
        if (!platformIds.isEmpty()) {
            sql.queryForList("""
                            update approval a set approver = p.id from person p
                            where a.approver is null and p.platform_id = a.approver_platform_id and p.platform_id in (:people)
                            returning a.ticket""", Map.of("people", platformIds), Long.class).forEach(this::tell);
        }
    }

    private static SqlParameterSource row(Placed one, Map<String, Long> people) {
        var approval = one.approval();
        return new MapSqlParameterSource()
                .addValue("ticket", one.ticket())
                .addValue("id", approval.id())
                .addValue("asked", approval.approverId())
                .addValue("approver", people.get(approval.approverId()))
                .addValue("question", approval.question().replace("\0", ""))
                .addValue("requested", at(approval.requestedAt()))
                .addValue("due", at(approval.dueAt()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("state", approval.state().name())
                .addValue("decided", at(approval.decidedAt()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("reason", approval.reason().replace("\0", ""));
    }

    private static java.time.@Nullable OffsetDateTime at(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
