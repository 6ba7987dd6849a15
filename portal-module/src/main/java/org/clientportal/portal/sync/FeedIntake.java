package org.clientportal.portal.sync;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.clientportal.itsm.Catalogue;
import org.clientportal.itsm.ChangePage;
import org.clientportal.portal.access.WorkTransaction;
import org.clientportal.ports.AnnouncementIntake;
import org.clientportal.ports.AssetIntake;
import org.clientportal.ports.ChangeIntake;
import org.clientportal.ports.DocumentIntake;
import org.clientportal.ports.KnowledgeIntake;
import org.clientportal.ports.NoteIntake;
import org.clientportal.ports.PeopleIntake;
import org.clientportal.ports.TicketIntake;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One page of the feed, one transaction: the cursor moves by compare-and-set together with what was read. */
@Component
class FeedIntake implements ChangeIntake {

    private static final String FEED = "platform";

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
    private final FeedHealth health;

    FeedIntake(
            JdbcClient jdbc,
            Clock clock,
            PlatformLists lists,
            PeopleIntake people,
            TicketIntake tickets,
            KnowledgeIntake knowledge,
            AnnouncementIntake announcements,
            AssetIntake assets,
            DocumentIntake documents,
            NoteIntake notes,
            FeedHealth health) {
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
        this.health = health;
    }

    @Override
    @WorkTransaction
    public Optional<String> cursor() {
        return jdbc.sql("select cursor from sync_cursor where feed = ?")
                .param(FEED)
                .query(String.class)
                .optional();
    }

    @Override
    @WorkTransaction
    public void takeCatalogue(Catalogue catalogue) {
        if (!catalogue.equals(lists.now())) {
            lists.store(catalogue);
            tickets.meaningsChanged(lists::meaningOf);
        }
    }

    @Override
    @WorkTransaction
    public boolean take(@Nullable String from, ChangePage page) {
        if (!moveCursor(from, page.nextCursor())) {
            return false;
        }
        people.take(page.organisations(), page.people());
        tickets.peopleArrived(page.people());
        tickets.take(page.tickets(), lists::meaningOf);
        knowledge.peopleArrived(page.people());
        knowledge.take(page.articles());
        announcements.take(page.announcements());
        assets.peopleArrived(page.people());
        assets.take(page.assets());
        documents.peopleArrived(page.people());
        documents.take(page.documents());
        notes.peopleArrived(page.people());
        notes.take(page.notes());
        return true;
    }

    private boolean moveCursor(@Nullable String from, String to) {
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (from == null) {
            return jdbc.sql("""
                            insert into sync_cursor (feed, cursor, moved_at) values (?, ?, ?) on conflict (feed) do nothing""").params(FEED, to, now).update() == 1;
        }
        return jdbc.sql("update sync_cursor set cursor = ?, moved_at = ? where feed = ? and cursor = ?")
                        .params(to, now, FEED, from)
                        .update()
                == 1;
    }

    @Override
    public void pulled() {
        health.pulled(clock.instant());
    }

    @Override
    public void pullFailed(String why) {
        health.failed(clock.instant(), why);
    }
}
