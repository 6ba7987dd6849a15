package org.clientportal.demo.desk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.clientportal.itsm.Announcement;
import org.clientportal.itsm.Article;
import org.clientportal.itsm.Asset;
import org.clientportal.itsm.ChangePage;
import org.clientportal.itsm.Delivered;
import org.clientportal.itsm.Document;
import org.clientportal.itsm.Note;
import org.clientportal.itsm.Organisation;
import org.clientportal.itsm.Person;
import org.clientportal.itsm.Receipt;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Everything the desk knows, in memory; the {@link Journal} makes it last. Changes go one after the other. */
final class Register implements Closeable {

    private final Clock clock;
    private final Journal journal;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Organisation> organisations = new LinkedHashMap<>();
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, DeskTicket> tickets = new LinkedHashMap<>();
    private final Map<String, Article> articles = new LinkedHashMap<>();
    private final Map<String, Announcement> announcements = new LinkedHashMap<>();
    private final Map<String, Asset> assets = new LinkedHashMap<>();
    private final Map<String, Receipt> receipts = new LinkedHashMap<>();
    private final Map<String, Note> notes = new LinkedHashMap<>();
    private final Map<String, Document> documents = new LinkedHashMap<>();
    private final List<DeskVerdict> verdicts = new ArrayList<>();
    private final Map<String, Delivered> submissions = new HashMap<>();
    private final TreeMap<Long, Object> feed = new TreeMap<>();
    private final List<Consumer<Act>> listeners = new CopyOnWriteArrayList<>();
    private String epoch = "";
    private long nextNumber = 1001;

    Register(Path journal, JsonMapper json, Clock clock) throws IOException {
        this.clock = clock;
        this.journal = Journal.open(journal, json, this::apply);
        if (epoch.isEmpty()) {
            var first = Act.beginning(Long.toString(clock.millis(), 36));
            this.journal.append(List.of(first));
            apply(first);
        }
    }

    private void apply(Act act) {
        if (act.epoch() != null) {
            epoch = act.epoch();
        }
        act.organisations().forEach(o -> put(organisations, o.id(), o, Organisation::version));
        act.people().forEach(p -> put(people, p.id(), p, Person::version));
        act.tickets().forEach(t -> {
            put(tickets, t.id(), t, DeskTicket::version);
            nextNumber = Math.max(nextNumber, Long.parseLong(t.number()) + 1);
        });
        act.articles().forEach(a -> put(articles, a.id(), a, Article::version));
        act.announcements().forEach(a -> put(announcements, a.id(), a, Announcement::version));
        act.assets().forEach(a -> put(assets, a.id(), a, Asset::version));
        act.receipts().forEach(r -> put(receipts, r.id(), r, Receipt::version));
        act.notes().forEach(n -> put(notes, n.id(), n, Note::version));
        act.documents().forEach(d -> put(documents, d.id(), d, Document::version));
        verdicts.addAll(act.verdicts());
        if (act.submission() != null) {
            submissions.put(act.submission().requestKey(), act.submission().delivered());
        }
    }

    private <T> void put(Map<String, T> into, String id, T now, Function<T, Long> version) {
        var old = into.put(id, now);
        if (old != null) {
            feed.remove(version.apply(old));
        }
        feed.put(version.apply(now), now);
    }

    /** Tells a listener of each act, after it is on disk. */
    void listen(Consumer<Act> listener) {
        listeners.add(listener);
    }

    /** Changes something: wholly, durably, alone. A failure of the step changes nothing. */
    <T> T act(Function<Step, T> what) {
        T result;
        Act act;
        lock.lock();
        try {
            var step = new Step();
            result = what.apply(step);
            if (step.isEmpty()) {
                return result;
            }
            act = step.act();
            journal.append(List.of(act));
            apply(act);
        } finally {
            lock.unlock();
        }
        listeners.forEach(listener -> listener.accept(act));
        return result;
    }

    /** Whole seconds, as the poorest platforms have them. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    <T> T read(Function<View, T> question) {
        lock.lock();
        try {
            return question.apply(new View());
        } finally {
            lock.unlock();
        }
    }

    ChangePage changes(@Nullable String cursor, int limit) {
        return read(view -> {
            var page = new ArrayList<>(feed.tailMap(after(cursor), false).entrySet().stream()
                    .limit(limit + 1L)
                    .toList());
            var more = page.size() > limit;
            if (more) {
                page.removeLast();
            }
            var last = page.isEmpty() ? after(cursor) : page.getLast().getKey();
            return new ChangePage(
                    pick(page, Organisation.class),
                    pick(page, Person.class),
                    pick(page, DeskTicket.class).stream()
                            .map(DeskTicket::published)
                            .toList(),
                    pick(page, Article.class).stream().map(Knowledge::published).toList(),
                    pick(page, Announcement.class),
                    pick(page, Asset.class).stream().map(Inventory::published).toList(),
                    pick(page, Receipt.class),
                    pick(page, Note.class).stream().map(Notes::published).toList(),
                    pick(page, Document.class).stream()
                            .map(Documents::published)
                            .toList(),
                    epoch + "." + last,
                    more);
        });
    }

    private long after(@Nullable String cursor) {
        if (cursor == null) {
            return 0;
        }
        var ours = epoch + ".";
        if (!cursor.startsWith(ours) || !cursor.substring(ours.length()).matches("\\d{1,18}")) {
            throw new Refusal(Refusal.Kind.UNKNOWN_CURSOR, "This cursor is of another desk.");
        }
        return Long.parseLong(cursor.substring(ours.length()));
    }

    private static <T> List<T> pick(List<Map.Entry<Long, Object>> page, Class<T> type) {
        return page.stream()
                .map(Map.Entry::getValue)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }

    /** What can be asked. */
    class View {

        private View() {}

        Collection<Organisation> organisations() {
            return List.copyOf(organisations.values());
        }

        Collection<Person> people() {
            return List.copyOf(people.values());
        }

        Collection<DeskTicket> tickets() {
            return List.copyOf(tickets.values());
        }

        Optional<Organisation> organisation(@Nullable String id) {
            return Optional.ofNullable(organisations.get(id));
        }

        Optional<Person> person(@Nullable String id) {
            return Optional.ofNullable(people.get(id));
        }

        /** Also a deleted or merged one. */
        DeskTicket ticketAsItIs(String id) {
            return Optional.ofNullable(tickets.get(id)).orElseThrow(() -> new NoSuchElementException("ticket " + id));
        }

        /** The ticket, or the one that took it in; empty when unknown or deleted. */
        Optional<DeskTicket> ticket(@Nullable String id) {
            var ticket = tickets.get(id);
            while (ticket != null && ticket.mergedInto() != null) {
                ticket = tickets.get(ticket.mergedInto());
            }
            return Optional.ofNullable(ticket).filter(found -> !found.gone());
        }

        /** Also those that are not published, with all their words. */
        Collection<Article> articles() {
            return List.copyOf(articles.values());
        }

        /** Also one that is not published. */
        Optional<Article> article(@Nullable String id) {
            return Optional.ofNullable(articles.get(id));
        }

        Collection<Announcement> announcements() {
            return List.copyOf(announcements.values());
        }

        Optional<Announcement> announcement(String id) {
            return Optional.ofNullable(announcements.get(id));
        }

        /** Also those that are off the books. */
        Collection<Asset> assets() {
            return List.copyOf(assets.values());
        }

        /** Also one that is off the books. */
        Optional<Asset> asset(@Nullable String id) {
            return Optional.ofNullable(assets.get(id));
        }

        Collection<Receipt> receipts() {
            return List.copyOf(receipts.values());
        }

        Optional<Receipt> receipt(@Nullable String id) {
            return Optional.ofNullable(receipts.get(id));
        }

        /** Also those that are withdrawn, with their words. */
        Collection<Note> notes() {
            return List.copyOf(notes.values());
        }

        /** Also one that is withdrawn. */
        Optional<Note> note(@Nullable String id) {
            return Optional.ofNullable(notes.get(id));
        }

        /** Also those that are taken back. */
        Collection<Document> documents() {
            return List.copyOf(documents.values());
        }

        /** Also one that is taken back. */
        Optional<Document> document(@Nullable String id) {
            return Optional.ofNullable(documents.get(id));
        }

        /** Oldest first. */
        List<DeskVerdict> verdicts() {
            return List.copyOf(verdicts);
        }

        Optional<Delivered> submission(String requestKey) {
            return Optional.ofNullable(submissions.get(requestKey));
        }
    }

    /** What a change is made of; it collects, {@link Register#act} makes it happen. */
    final class Step extends View {

        private final List<Organisation> changedOrganisations = new ArrayList<>();
        private final List<Person> changedPeople = new ArrayList<>();
        private final List<DeskTicket> changedTickets = new ArrayList<>();
        private final List<Article> changedArticles = new ArrayList<>();
        private final List<Announcement> changedAnnouncements = new ArrayList<>();
        private final List<Asset> changedAssets = new ArrayList<>();
        private final List<Receipt> changedReceipts = new ArrayList<>();
        private final List<Note> changedNotes = new ArrayList<>();
        private final List<Document> changedDocuments = new ArrayList<>();
        private final List<DeskVerdict> newVerdicts = new ArrayList<>();
        private Act.@Nullable Happened submission;
        private long version = feed.isEmpty() ? 0 : feed.lastKey();

        private Step() {}

        Instant now() {
            return Register.this.now();
        }

        long newNumber() {
            return nextNumber;
        }

        void save(DeskTicket ticket) {
            changedTickets.add(ticket.change().version(++version).made());
        }

        void save(Person p) {
            changedPeople.add(p.asOf(++version));
        }

        void save(Organisation o) {
            changedOrganisations.add(new Organisation(o.id(), o.name(), o.parentId(), o.active(), ++version));
        }

        void save(Article article) {
            changedArticles.add(Knowledge.numbered(article, ++version));
        }

        void save(Announcement announcement) {
            changedAnnouncements.add(Knowledge.numbered(announcement, ++version));
        }

        void save(Asset asset) {
            changedAssets.add(new Inventory.Draft(asset)
                    .changedAt(now())
                    .version(++version)
                    .made());
        }

        void save(Receipt receipt) {
            changedReceipts.add(ReceiptBook.numbered(receipt, now(), ++version));
        }

        void save(Note note) {
            changedNotes.add(Notes.numbered(note, ++version));
        }

        void save(Document document) {
            changedDocuments.add(Documents.numbered(document, now(), ++version));
        }

        /** The article stays as it is: its readers see nothing of it. */
        void save(DeskVerdict verdict) {
            newVerdicts.add(verdict);
        }

        void happened(String requestKey, Delivered delivered) {
            submission = new Act.Happened(requestKey, delivered);
        }

        private boolean isEmpty() {
            return submission == null
                    && changedOrganisations.isEmpty()
                    && changedPeople.isEmpty()
                    && changedTickets.isEmpty()
                    && changedArticles.isEmpty()
                    && changedAnnouncements.isEmpty()
                    && changedAssets.isEmpty()
                    && changedReceipts.isEmpty()
                    && changedNotes.isEmpty()
                    && changedDocuments.isEmpty()
                    && newVerdicts.isEmpty();
        }

        private Act act() {
            return new Act(
                    null,
                    changedOrganisations,
                    changedPeople,
                    changedTickets,
                    changedArticles,
                    changedAnnouncements,
                    newVerdicts,
                    submission,
                    changedAssets,
                    changedReceipts,
                    changedNotes,
                    changedDocuments);
        }
    }
}
