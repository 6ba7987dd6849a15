package org.clientportal.itsm.rt;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.clientportal.itsm.Asset;
import org.clientportal.itsm.ChangePage;
import org.clientportal.itsm.Note;
import org.clientportal.itsm.Person;
import org.clientportal.itsm.Ticket;
import org.clientportal.itsm.rt.RtClient.Limit;
import org.clientportal.itsm.rt.RtCursor.Phase;
import org.clientportal.itsm.rt.RtKnowledge.Found;
import org.jspecify.annotations.Nullable;

/**
 * What changed: first everybody, every ticket, every article, every asset and every note, then RT's transactions as they come. Every page reads the changed things
 * as they are now, so it does not matter how often one changed.
 */
class RtFeed {

    private static final int TICKETS_AT_ONCE = 40;
    private static final int ARTICLES_AT_ONCE = 20;
    private static final int ASSETS_AT_ONCE = 40;
    private static final int NOTES_AT_ONCE = 40;
    private static final int PAGE = 100;

    /** Raw pages without one visible transaction that are searched for the next visible one. */
    private static final int LONGEST_SILENCE = 100;

    private static final String TRANSACTIONS =
            "/transactions?fields=Type,ObjectType,ObjectId&orderby=id&order={order}&per_page=" + PAGE + "&page={page}";

    private final RtClient rt;
    private final RtSettings settings;
    private final RtPeople people;
    private final RtTickets tickets;
    private final RtKnowledge knowledge;
    private final RtAssets assets;
    private final RtNotes notes;
    private final Clock clock;

    RtFeed(
            RtClient rt,
            RtSettings settings,
            RtPeople people,
            RtTickets tickets,
            RtKnowledge knowledge,
            RtAssets assets,
            RtNotes notes,
            Clock clock) {
        this.rt = rt;
        this.settings = settings;
        this.people = people;
        this.tickets = tickets;
        this.knowledge = knowledge;
        this.assets = assets;
        this.notes = notes;
        this.clock = clock;
    }

    ChangePage after(@Nullable String written) {
        var known = written == null ? null : RtCursor.parse(written);
        var cursor = known != null ? known : beginning();
        return switch (cursor.phase()) {
            case PEOPLE -> allPeople(cursor);
            case TICKETS -> allTickets(cursor);
            case ARTICLES -> allArticles(cursor);
            case ASSETS -> allAssets(cursor);
            case NOTES -> allNotes(cursor);
            case FEED -> changed(cursor);
        };
    }

    RtCursor beginning() {
        return RtCursor.beginning(newest(1), now());
    }

    private ChangePage allPeople(RtCursor cursor) {
        var number = (int) cursor.at();
        var page = people.page(number);
        if (page.empty()) {
            return page(List.of(), List.of(), cursor.in(Phase.TICKETS, 0).fromTheFirstPage(now()), true);
        }
        var next = cursor.havingCompared(number, page.print(), now()).in(Phase.PEOPLE, number + 1);
        return page(page.people(), List.of(), next, true);
    }

    private ChangePage allTickets(RtCursor cursor) {
        var ids = tickets.idsAfter(Long.toString(cursor.at()), TICKETS_AT_ONCE);
        if (ids.isEmpty()) {
            return page(List.of(), List.of(), cursor.in(Phase.ARTICLES, 0), true);
        }
        var next = cursor.in(Phase.TICKETS, Long.parseLong(ids.getLast()));
        return page(List.of(), tickets.read(ids, cursor.head()), next, true);
    }

    private ChangePage allArticles(RtCursor cursor) {
        var found = knowledge.after(cursor.at(), ARTICLES_AT_ONCE);
        var next = found.last() == 0 ? cursor.in(Phase.ASSETS, 0) : cursor.in(Phase.ARTICLES, found.last());
        return page(List.of(), List.of(), found, List.of(), List.of(), next, true);
    }

    private ChangePage allAssets(RtCursor cursor) {
        var found = assets.after(cursor.at(), ASSETS_AT_ONCE);
        var next = found.isEmpty()
                ? cursor.in(Phase.NOTES, 0)
                : cursor.in(Phase.ASSETS, Long.parseLong(found.getLast().id()));
        return page(List.of(), List.of(), Found.NOTHING, found, List.of(), next, true);
    }

    private ChangePage allNotes(RtCursor cursor) {
        var found = notes.after(cursor.at(), NOTES_AT_ONCE);
        var next = found.isEmpty()
                ? cursor.in(Phase.FEED, 0)
                : cursor.in(Phase.NOTES, Long.parseLong(found.getLast().id()));
        return page(List.of(), List.of(), Found.NOTHING, List.of(), found, next, true);
    }

    private ChangePage changed(RtCursor cursor) {
        var news = news(cursor);
        var found = tickets.read(news.tickets(), news.newest());
        var articles = knowledge.read(news.articles());
        var things = assets.read(news.assets());
        var written = notes.read(news.tickets());
        var persons = new ArrayList<>(people.withIds(news.persons(found, written)));
        var next = cursor.having(news.read(), now());
        if (now() - next.peopleAt() >= settings.peopleEvery().toSeconds()) {
            next = compare(next, persons);
        }
        return page(persons, found, articles, things, written, next, news.more());
    }

    /** One page of people against how it looked last time: the feed does not tell who is new, disabled or an agent. */
    private RtCursor compare(RtCursor cursor, List<Person> changed) {
        var page = people.page(cursor.peoplePage());
        if (page.empty()) {
            return cursor.fromTheFirstPage(now());
        }
        if (cursor.differs(cursor.peoplePage(), page.print())) {
            changed.addAll(page.people());
        }
        return cursor.havingCompared(cursor.peoplePage(), page.print(), now());
    }

    /** Reads transactions until enough tickets have changed or no more come. */
    private News news(RtCursor cursor) {
        var news = new News(cursor);
        var after = cursor.from() - 1;
        while (true) {
            var page = transactions("ASC", after, 1);
            if (page.isEmpty() && newest(Math.max(after, cursor.head())) > 0) {
                page = behindTheSilence(after);
            }
            if (page.isEmpty() || !news.take(page)) {
                return news;
            }
            after = page.getLast().idNumber();
        }
    }

    /** RT cuts the page first and then drops what the account may not see; so an empty page is not yet the end. */
    private List<RtItem> behindTheSilence(long after) {
        for (int number = 2; number <= LONGEST_SILENCE; number++) {
            var page = transactions("ASC", after, number);
            if (!page.isEmpty()) {
                return page;
            }
        }
        return List.of();
    }

    /** The newest visible transaction behind one; 0 when there is none. */
    private long newest(long after) {
        var page = transactions("DESC", after, 1);
        return page.isEmpty() ? 0 : page.getFirst().idNumber();
    }

    private List<RtItem> transactions(String order, long after, int page) {
        var limits = List.of(
                new Limit("id", ">", Long.toString(after)),
                Limit.in("ObjectType", List.of("RT::Ticket", "RT::User", "RT::Article", "RT::Asset")),
                new Limit("Type", "NOT IN", List.of("Comment", "CommentEmailRecord", "EmailRecord")));
        return rt.search(TRANSACTIONS, limits, order, page);
    }

    /** What a stretch of transactions says has changed. */
    private static final class News {

        private final RtCursor cursor;
        private final Set<String> tickets = new LinkedHashSet<>();
        private final Set<String> ticketsWithNewPeople = new LinkedHashSet<>();
        private final Set<String> persons = new LinkedHashSet<>();
        private final Set<String> articles = new LinkedHashSet<>();
        private final Set<String> assets = new LinkedHashSet<>();
        private final List<Long> read = new ArrayList<>();
        private boolean more;

        News(RtCursor cursor) {
            this.cursor = cursor;
        }

        /** False when it can take no more. */
        boolean take(List<RtItem> page) {
            for (var transaction : page) {
                var object = transaction.text("ObjectId");
                if (cursor.isNew(transaction.idNumber())) {
                    if (transaction.text("ObjectType").equals("RT::User")) {
                        persons.add(object);
                    } else if (transaction.text("ObjectType").equals("RT::Article")) {
                        if (articles.size() == ARTICLES_AT_ONCE && !articles.contains(object)) {
                            more = true;
                            return false;
                        }
                        articles.add(object);
                    } else if (transaction.text("ObjectType").equals("RT::Asset")) {
                        if (assets.size() == ASSETS_AT_ONCE && !assets.contains(object)) {
                            more = true;
                            return false;
                        }
                        assets.add(object);
                    } else if (tickets.size() < TICKETS_AT_ONCE || tickets.contains(object)) {
                        tickets.add(object);
                        if (bringsPeople(transaction.text("Type"))) {
                            ticketsWithNewPeople.add(object);
                        }
                    } else {
                        more = true;
                        return false;
                    }
                    read.add(transaction.idNumber());
                }
            }
            return true;
        }

        private static boolean bringsPeople(String type) {
            return type.equals("Create") || type.endsWith("Watcher");
        }

        Set<String> tickets() {
            return tickets;
        }

        Set<String> articles() {
            return articles;
        }

        Set<String> assets() {
            return assets;
        }

        /** Whoever changed, and whoever is in a ticket for the first time: RT makes users of unknown senders. */
        Set<String> persons(List<Ticket> found, List<Note> written) {
            persons.addAll(RtNotes.readers(written, ticketsWithNewPeople));
            for (var ticket : found) {
                if (ticketsWithNewPeople.contains(ticket.id())) {
                    persons.addAll(ticket.participantIds());
                    var requester = ticket.requesterId();
                    if (requester != null) {
                        persons.add(requester);
                    }
                }
            }
            return persons;
        }

        List<Long> read() {
            return read;
        }

        long newest() {
            return read.isEmpty() ? cursor.head() : read.getLast();
        }

        boolean more() {
            return more;
        }
    }

    private static ChangePage page(List<Person> people, List<Ticket> tickets, RtCursor next, boolean more) {
        return page(people, tickets, Found.NOTHING, List.of(), List.of(), next, more);
    }

    private static ChangePage page(
            List<Person> people,
            List<Ticket> tickets,
            Found knowledge,
            List<Asset> assets,
            List<Note> notes,
            RtCursor next,
            boolean more) {
        return new ChangePage(
                RtPeople.organisationsOf(people),
                people,
                tickets,
                knowledge.articles(),
                knowledge.announcements(),
                assets,
                List.of(),
                notes,
                knowledge.documents(),
                next.toString(),
                more);
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
