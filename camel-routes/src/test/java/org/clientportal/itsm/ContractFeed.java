package org.clientportal.itsm;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows a connector's feed as the mirror does: keeps the newest version of everything. */
public class ContractFeed {

    private final ItsmConnector itsm;
    private @Nullable String cursor;
    private final Map<String, Ticket> tickets = new HashMap<>();
    private final Map<String, Person> people = new HashMap<>();
    private final Map<String, Organisation> organisations = new HashMap<>();
    private final Map<String, Article> articles = new HashMap<>();
    private final Map<String, Announcement> announcements = new HashMap<>();
    private final Map<String, Asset> assets = new HashMap<>();
    private final Map<String, Note> notes = new HashMap<>();
    private final Map<String, Receipt> receipts = new HashMap<>();
    private final Map<String, Document> documents = new HashMap<>();

    /** @param cursor where to begin, null for the beginning */
    public ContractFeed(ItsmConnector itsm, @Nullable String cursor) {
        this.itsm = itsm;
        this.cursor = cursor;
    }

    /** Reads one page; whether another waits. */
    public boolean readPage() {
        var page = itsm.changes(cursor);
        for (var ticket : page.tickets()) {
            tickets.merge(ticket.id(), ticket, (old, now) -> now.version() >= old.version() ? now : old);
        }
        for (var person : page.people()) {
            people.merge(person.id(), person, (old, now) -> now.version() >= old.version() ? now : old);
        }
        for (var organisation : page.organisations()) {
            organisations.merge(
                    organisation.id(), organisation, (old, now) -> now.version() >= old.version() ? now : old);
        }
        for (var article : page.articles()) {
            articles.merge(article.id(), article, (old, now) -> now.version() >= old.version() ? now : old);
        }
        for (var announcement : page.announcements()) {
            announcements.merge(
                    announcement.id(), announcement, (old, now) -> now.version() >= old.version() ? now : old);
        }
        for (var asset : page.assets()) {
            assets.merge(asset.id(), asset, (old, now) -> now.version() >= old.version() ? now : old);
        }
        for (var receipt : page.receipts()) {
            receipts.merge(receipt.id(), receipt, (old, now) -> now.version() >= old.version() ? now : old);
        }
        for (var note : page.notes()) {
            notes.merge(note.id(), note, (old, now) -> now.version() >= old.version() ? now : old);
        }
        for (var document : page.documents()) {
            documents.merge(document.id(), document, (old, now) -> now.version() >= old.version() ? now : old);
        }
        cursor = page.nextCursor();
        return page.more();
    }

    public ContractFeed readToEnd() {
        while (readPage()) {
            // the pages are taken as they come
        }
        return this;
    }

    public @Nullable String cursor() {
        return cursor;
    }

    public Optional<Ticket> ticket(String id) {
        return Optional.ofNullable(tickets.get(id));
    }

    public Optional<Person> person(String id) {
        return Optional.ofNullable(people.get(id));
    }

    public Optional<Article> article(String id) {
        return Optional.ofNullable(articles.get(id));
    }

    public Optional<Announcement> announcement(String id) {
        return Optional.ofNullable(announcements.get(id));
    }

    public Optional<Asset> asset(String id) {
        return Optional.ofNullable(assets.get(id));
    }

    public Optional<Receipt> receipt(String id) {
        return Optional.ofNullable(receipts.get(id));
    }

    public Map<String, Receipt> receipts() {
        return receipts;
    }

    public Optional<Note> note(String id) {
        return Optional.ofNullable(notes.get(id));
    }

    public Optional<Document> document(String id) {
        return Optional.ofNullable(documents.get(id));
    }

    public Map<String, Article> articles() {
        return articles;
    }

    public Map<String, Announcement> announcements() {
        return announcements;
    }

    public Map<String, Ticket> tickets() {
        return tickets;
    }

    public Map<String, Person> people() {
        return people;
    }

    public Map<String, Organisation> organisations() {
        return organisations;
    }
}
