package org.clientportal.portal.sync;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.clientportal.itsm.ChangePage;
import org.clientportal.itsm.Ticket;
import org.clientportal.portal.access.WorkTransaction;
import org.clientportal.ports.AnnouncementIntake;
import org.clientportal.ports.AssetIntake;
import org.clientportal.ports.DocumentIntake;
import org.clientportal.ports.KnowledgeIntake;
import org.clientportal.ports.NoteIntake;
import org.clientportal.ports.PeopleIntake;
import org.clientportal.ports.Reconciliation;
import org.clientportal.ports.TicketIntake;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the comparison has come; one row, moved in the transaction that heals. */
@Component
@WorkTransaction
class SlowWalk implements Reconciliation {

    private static final Logger LOG = LoggerFactory.getLogger(SlowWalk.class);
    private static final int ASKED_AT_ONCE = 20;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final PlatformLists lists;
    private final PeopleIntake people;
    private final TicketIntake tickets;
    private final KnowledgeIntake knowledge;
    private final AnnouncementIntake announcements;
    private final AssetIntake assets;
    private final DocumentIntake documents;
    private final NoteIntake notes;

    SlowWalk(
            JdbcClient jdbc,
            Clock clock,
            PlatformLists lists,
            PeopleIntake people,
            TicketIntake tickets,
            KnowledgeIntake knowledge,
            AnnouncementIntake announcements,
            AssetIntake assets,
            DocumentIntake documents,
            NoteIntake notes) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.lists = lists;
        this.people = people;
        this.tickets = tickets;
        this.knowledge = knowledge;
        this.announcements = announcements;
        this.assets = assets;
        this.documents = documents;
        this.notes = notes;
    }

    private enum Phase {
        REST,
        READ,
        ASK
    }

    private record Place(Phase phase, @Nullable String cursor, OffsetDateTime since) {}

    @Override
    public Step next(Duration every) {
        // the first reading of everything is the pull's, and as good as a walk
        jdbc.sql("insert into reconcile (phase, since) select 'REST', ? where exists (select from sync_cursor)"
                        + " on conflict do nothing")
                .param(now())
                .update();
        var place = place();
        if (place.isEmpty()) {
            return new Rest();
        }
        var over = !place.get().since().plus(every).isAfter(now());
        return switch (place.get().phase()) {
            case READ -> new Read(place.get().cursor());
            case ASK -> over ? rest() : ask();
            case REST -> over ? begin() : new Rest();
        };
    }

    private Step begin() {
        jdbc.sql("delete from reconcile_seen").update();
        to(Phase.READ);
        return new Read(null);
    }

    private Step ask() {
        var unseen = jdbc.sql("""
                        select platform_id from ticket t
                        where platform_id is not null and not gone and merged_into is null
                          and not exists (select from reconcile_seen s where s.platform_id = t.platform_id)
                        order by id limit ?""").param(ASKED_AT_ONCE).query(String.class).list();
        return unseen.isEmpty() ? rest() : new Ask(unseen);
    }

    private Step rest() {
        to(Phase.REST);
        LOG.info("the mirror was compared with the platform");
        return new Rest();
    }

    @Override
    public boolean read(@Nullable String from, ChangePage page) {
        holdPull();
        var moved = jdbc.sql("""
                        update reconcile set cursor = :to, phase = :phase
                        where phase = 'READ' and cursor is not distinct from :from""")
                .param("to", page.nextCursor())
                .param("phase", (page.more() ? Phase.READ : Phase.ASK).name())
                .param("from", from, Types.VARCHAR)
                .update();
        if (moved == 0) {
            return false;
        }
        people.take(page.organisations(), page.people());
        tickets.peopleArrived(page.people());
        tickets.heal(page.tickets(), lists::meaningOf);
        page.tickets().forEach(ticket -> seen(ticket.id()));
        knowledge.take(page.articles());
        announcements.take(page.announcements());
        assets.take(page.assets());
        documents.take(page.documents());
        notes.take(page.notes());
        return true;
    }

    @Override
    public void answered(String ticketId, Optional<Ticket> ticket) {
        holdPull();
        if (ticket.isEmpty() || !ticket.get().id().equals(ticketId)) {
            tickets.vanished(ticketId, ticket.map(Ticket::id));
        }
        tickets.heal(ticket.stream().toList(), lists::meaningOf);
        seen(ticketId);
    }

    @Override
    public void refused(String ticketId) {
        seen(ticketId);
    }

    /** So that a person who comes by one way and a ticket that comes by the other see each other. */
    private void holdPull() {
        jdbc.sql("select feed from sync_cursor for update").query(String.class).list();
    }

    private void seen(String ticketId) {
        jdbc.sql("insert into reconcile_seen (platform_id) values (?) on conflict do nothing")
                .param(ticketId)
                .update();
    }

    private Optional<Place> place() {
        return jdbc.sql("select phase, cursor, since from reconcile for update")
                .query((row, number) -> new Place(
                        Phase.valueOf(row.getString(1)), row.getString(2), row.getObject(3, OffsetDateTime.class)))
                .optional();
    }

    private void to(Phase phase) {
        jdbc.sql("update reconcile set phase = ?, cursor = null, since = ?")
                .params(phase.name(), now())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
