package org.clientportal.itsm;

import java.util.List;

/**
 * A page of the platform's changes.
 *
 * @param organisations new or changed organisations; a parent may come after its child
 * @param people new or changed people
 * @param tickets new or changed tickets, each with its public entries
 * @param articles new or changed articles of the knowledge base; empty on a platform without one
 * @param announcements new or changed announcements; empty on a platform without them
 * @param assets new or changed assets; empty on a platform without them
 * @param receipts new or changed confirmations of receipt; empty on a platform without them
 * @param notes new, changed and withdrawn notes, also those that somebody read; empty on a platform without them
 * @param documents new or changed documents; empty on a platform without them
 * @param nextCursor where to go on; opaque, at most 1,000 characters
 * @param more whether another page waits now
 */
public record ChangePage(
        List<Organisation> organisations,
        List<Person> people,
        List<Ticket> tickets,
        List<Article> articles,
        List<Announcement> announcements,
        List<Asset> assets,
        List<Receipt> receipts,
        List<Note> notes,
        List<Document> documents,
        String nextCursor,
        boolean more) {

    public ChangePage {
        // left out by bridges that have none
        articles = articles == null ? List.of() : List.copyOf(articles);
        announcements = announcements == null ? List.of() : List.copyOf(announcements);
        assets = assets == null ? List.of() : List.copyOf(assets);
        receipts = receipts == null ? List.of() : List.copyOf(receipts);
        notes = notes == null ? List.of() : List.copyOf(notes);
        documents = documents == null ? List.of() : List.copyOf(documents);
    }

    /** A page of a platform without documents. */
    public ChangePage(
            List<Organisation> organisations,
            List<Person> people,
            List<Ticket> tickets,
            List<Article> articles,
            List<Announcement> announcements,
            List<Asset> assets,
            List<Receipt> receipts,
            List<Note> notes,
            String nextCursor,
            boolean more) {
        this(
                organisations,
                people,
                tickets,
                articles,
                announcements,
                assets,
                receipts,
                notes,
                List.of(),
                nextCursor,
                more);
    }

    /** A page of a platform without notes and documents. */
    public ChangePage(
            List<Organisation> organisations,
            List<Person> people,
            List<Ticket> tickets,
            List<Article> articles,
            List<Announcement> announcements,
            List<Asset> assets,
            List<Receipt> receipts,
            String nextCursor,
            boolean more) {
        this(organisations, people, tickets, articles, announcements, assets, receipts, List.of(), nextCursor, more);
    }

    /** A page of a platform with none of these. */
    public ChangePage(
            List<Organisation> organisations,
            List<Person> people,
            List<Ticket> tickets,
            List<Article> articles,
            List<Announcement> announcements,
            List<Asset> assets,
            String nextCursor,
            boolean more) {
        this(organisations, people, tickets, articles, announcements, assets, List.of(), nextCursor, more);
    }

    /** A page of a platform without assets. */
    public ChangePage(
            List<Organisation> organisations,
            List<Person> people,
            List<Ticket> tickets,
            List<Article> articles,
            List<Announcement> announcements,
            String nextCursor,
            boolean more) {
        this(organisations, people, tickets, articles, announcements, List.of(), nextCursor, more);
    }

    /** A page of a platform without knowledge base and announcements. */
    public ChangePage(
            List<Organisation> organisations,
            List<Person> people,
            List<Ticket> tickets,
            String nextCursor,
            boolean more) {
        this(organisations, people, tickets, List.of(), List.of(), List.of(), nextCursor, more);
    }

    public boolean isEmpty() {
        return organisations.isEmpty()
                && people.isEmpty()
                && tickets.isEmpty()
                && articles.isEmpty()
                && announcements.isEmpty()
                && assets.isEmpty()
                && receipts.isEmpty()
                && notes.isEmpty()
                && documents.isEmpty();
    }
}
