package org.clientportal.portal.tickets;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.audit.Audit;
import org.clientportal.portal.audit.Deed;
import org.clientportal.portal.colleagues.Colleagues;
import org.clientportal.portal.colleagues.Colleagues.Colleague;
import org.clientportal.portal.outbox.OutboxRows;
import org.clientportal.ports.Outbox.Destination;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who sees a ticket and why, and what the viewer changes of that: into copy and out of it by way of the platform, shared until a
 * date by the portal itself. What may be done is decided by the database's functions. Within the caller's page transaction.
 */
@Component
class TicketPeople {

    private final JdbcClient jdbc;
    private final OutboxRows outbox;
    private final Colleagues colleagues;
    private final Audit audit;
    private final Clock clock;

    TicketPeople(JdbcClient jdbc, OutboxRows outbox, Colleagues colleagues, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.colleagues = colleagues;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Somebody who sees a ticket.
     *
     * @param person the portal's id
     * @param reason that of the reader row; {@code coming} before there is one
     * @param until when it ends; null for never
     * @param delivery of somebody who is coming: SENDING, UNKNOWN or FAILED; else null
     * @param ofName who shared it, or who is away
     */
    record Somebody(
            long person,
            String name,
            String reason,
            @Nullable Instant until,
            @Nullable String delivery,
            @Nullable String ofName) {}

    List<Somebody> of(ListedTicket ticket) {
        return jdbc.sql("select * from ticket_people(?)")
                .param(ticket.id())
                .query((row, number) -> {
                    var until = row.getObject("until", OffsetDateTime.class);
                    return new Somebody(
                            row.getLong("person"),
                            row.getString("name"),
                            row.getString("reason"),
                            until == null ? null : until.toInstant(),
                            row.getString("delivery"),
                            row.getString("of_name"));
                })
                .list();
    }

    /** Whether the viewer decides who else is on it. */
    boolean isOwner(ListedTicket ticket) {
        return jdbc.sql("select is_ticket_owner(?)")
                .param(ticket.id())
                .query(Boolean.class)
                .single();
    }

    /** @return false when that is so already, or not for the viewer to do */
    boolean comes(Viewer viewer, ListedTicket ticket, Colleague colleague) {
        return ask(viewer, ticket, colleague.person(), colleague.name(), true);
    }

    boolean leaves(Viewer viewer, ListedTicket ticket, Somebody somebody) {
        return ask(viewer, ticket, somebody.person(), somebody.name(), false);
    }

    private boolean ask(Viewer viewer, ListedTicket ticket, long person, String name, boolean comes) {
        var lane = TicketWriting.lane(ticket.id());
        outbox.enter(lane, Destination.PLATFORM);
        var key = UUID.randomUUID();
        var asked = jdbc.sql("select ticket_participation_asked(?, ?, ?, ?, ?, ?)")
                .params(ticket.id(), person, comes, colleagues.ofWholeFirm(), key, now())
                .query((row, number) -> row.getObject(1, Long.class))
                .list()
                .getFirst();
        if (asked == null) {
            return false;
        }
        var needs = outbox.unfinished(lane, TicketTopic.Kind.CREATE.topic());
        outbox.add(new OutboxRows.Row(
                lane,
                Destination.PLATFORM,
                ParticipationTopic.TOPIC,
                asked,
                key,
                needs.isPresent() ? needs.getAsLong() : null,
                viewer.person(),
                viewer.name()));
        note(viewer, ticket, comes ? "ticket.person-added" : "ticket.person-removed", Map.of("person", name));
        return true;
    }

    /** @param until the moment from which it is not seen any more */
    boolean share(Viewer viewer, ListedTicket ticket, Colleague colleague, Instant until) {
        var shared = jdbc.sql("select ticket_shared(?, ?, ?, ?, ?)")
                .params(
                        ticket.id(),
                        colleague.person(),
                        until.atOffset(ZoneOffset.UTC),
                        colleagues.ofWholeFirm(),
                        now())
                .query(Boolean.class)
                .single();
        if (shared) {
            note(viewer, ticket, "ticket.shared", Map.of("person", colleague.name(), "until", until.toString()));
        }
        return shared;
    }

    void endShare(Viewer viewer, ListedTicket ticket, Somebody somebody) {
        var ended = jdbc.sql("select ticket_share_ended(?, ?)")
                .params(ticket.id(), somebody.person())
                .query(Boolean.class)
                .single();
        if (ended) {
            note(viewer, ticket, "ticket.share-ended", Map.of("person", somebody.name()));
        }
    }

    private void note(Viewer viewer, ListedTicket ticket, String act, Map<String, String> after) {
        audit.note(new Deed(
                Deed.Actor.person(viewer.email()),
                act,
                new Deed.Subject("ticket", ticket.number(), ticket.number()),
                Map.of(),
                after));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
