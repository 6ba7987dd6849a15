package org.clientportal.itsm;

import java.time.Instant;
import java.util.List;
import org.clientportal.itsm.Person.PortalAccess;
import org.clientportal.itsm.Submission.OutgoingFile;

/**
 * Somebody who works in the platform, for the contract tests: acts there by whatever way the platform has, never through
 * the connector. What a platform cannot do is named in {@link ItsmConnectorContract#cannot()} and is then never called.
 */
public interface PlatformAgent {

    /** What not every platform can do. */
    enum Ability {
        MERGE,
        DELETE,
        /** Tickets that refuse any further answer. */
        LOCK,
        /** Agents' entries in plain text, distinguishable from HTML. */
        PLAIN_REPLY,
        ATTACH,
        /** A field for portal access and new password at a person. */
        PORTAL_ACCESS,
        /** Groups of people that the portal may know. */
        GROUPS,
        /** Refuses a submission in the name of a person who is unknown to the platform. */
        KNOWS_PEOPLE,
        /** Refuses an empty subject. */
        NEEDS_SUBJECT,
        /** Several files of one submission keep their order. */
        FILE_ORDER,
        /** A knowledge base, and a place for what people say of its articles. */
        KNOWLEDGE,
        /** Pictures and files of articles. */
        ARTICLE_FILES,
        ANNOUNCEMENTS,
        /** Asks people for approval of what a ticket asks for. */
        APPROVALS,
        /** Further fields of tickets. */
        TICKET_FIELDS,
        /** Further fields that take some values only. */
        CHOICE_FIELDS,
        /** A place of its own for how people rate a solution. */
        RATING,
        /** Links between tickets. */
        LINKS,
        /** Until when a ticket is to be solved. */
        TARGET,
        /** What a ticket waits for, in words for the person. */
        WAITING_FOR,
        /** Keeps record of assets and who holds them, and tickets can name them. */
        ASSETS,
        /** Documents of assets. */
        ASSET_FILES,
        /** Assets that a group shares. */
        ASSETS_OF_GROUPS,
        /** Assets that an organisation shares. */
        ASSETS_OF_ORGANISATIONS,
        /** Confirmations of receipt. */
        RECEIPTS,
        /** Receipts that several people or a group may confirm. */
        RECEIPTS_OF_GROUPS,
        /** Notes for people, and a place for who read them. */
        NOTES,
        /** Keeps documents in versions for people and groups. */
        DOCUMENTS,
        /** Says what is new in a version of a document. */
        DOCUMENT_CHANGES,
        /** Documents for the people of an organisation. */
        DOCUMENTS_OF_ORGANISATIONS
    }

    /** What an agent sees of who read a note, and when. */
    record Mark(String name, Instant at) {}

    /** What an agent sees that somebody said of an article. */
    record Verdict(String name, boolean helped, String reason) {}

    void replies(String ticketId, String html);

    default void repliesPlain(String ticketId, String text) {
        throw cannot(Ability.PLAIN_REPLY);
    }

    void notesInternally(String ticketId, String text);

    void setsStatus(String ticketId, StatusMeaning meaning);

    default void attaches(String ticketId, String fileName, byte[] content) {
        throw cannot(Ability.ATTACH);
    }

    default void merges(String ticketId, String into) {
        throw cannot(Ability.MERGE);
    }

    default void deletes(String ticketId) {
        throw cannot(Ability.DELETE);
    }

    default void locks(String ticketId) {
        throw cannot(Ability.LOCK);
    }

    default void setsPortalAccess(String personId, PortalAccess access) {
        throw cannot(Ability.PORTAL_ACCESS);
    }

    /** Puts a person into one group, which is there or is made, and out of all others that the portal may know. */
    default void puts(String personId, String group) {
        throw cannot(Ability.GROUPS);
    }

    /** Takes a person out of every group that the portal may know. */
    default void takesOutOfGroups(String personId) {
        throw cannot(Ability.GROUPS);
    }

    default void asksForNewPassword(String personId) {
        throw cannot(Ability.PORTAL_ACCESS);
    }

    /**
     * Publishes an article; says its id.
     *
     * @param draft without id, files and version; its body names the files {@code src="file:NAME"}, other articles
     *     {@code href="article:ID"}, and the agent writes both as authors do in this platform
     */
    default String publishes(Article draft, OutgoingFile... files) {
        throw cannot(Ability.KNOWLEDGE);
    }

    /** Gives a published article another title and body. */
    default void rewrites(String articleId, String title, String html) {
        throw cannot(Ability.KNOWLEDGE);
    }

    default void unpublishes(String articleId) {
        throw cannot(Ability.KNOWLEDGE);
    }

    default void publishesAgain(String articleId) {
        throw cannot(Ability.KNOWLEDGE);
    }

    /** What came in about an article, oldest first. */
    default List<Verdict> verdicts(String articleId) {
        throw cannot(Ability.KNOWLEDGE);
    }

    /** Makes an announcement; says its id. */
    default String announces(Announcement draft) {
        throw cannot(Ability.ANNOUNCEMENTS);
    }

    default void withdraws(String announcementId) {
        throw cannot(Ability.ANNOUNCEMENTS);
    }

    /** Asks a person to approve what a ticket asks for; says the approval's id. */
    default String asks(String ticketId, String personId, String question) {
        throw cannot(Ability.APPROVALS);
    }

    /** Decides in the person's place, or takes the question back. */
    default void settles(String ticketId, String approvalId, Approval.State state, String reason) {
        throw cannot(Ability.APPROVALS);
    }

    /** The name of a further field of tickets that takes any text. */
    default String textField() {
        throw cannot(Ability.TICKET_FIELDS);
    }

    /** The name of one that takes some values only. */
    default String choiceField() {
        throw cannot(Ability.CHOICE_FIELDS);
    }

    /** What stands in a further field of a ticket; empty when nothing does. */
    default List<String> field(String ticketId, String name) {
        throw cannot(Ability.TICKET_FIELDS);
    }

    /** What agents see as the number of a rating. */
    default String rating(String ticketId) {
        throw cannot(Ability.RATING);
    }

    default void links(String ticketId, String otherId, TicketLink.Kind kind) {
        throw cannot(Ability.LINKS);
    }

    default void promises(String ticketId, Instant solveBy) {
        throw cannot(Ability.TARGET);
    }

    /**
     * Puts an asset on the books; says its id.
     *
     * @param draft without id, files, word for its state and version
     */
    default String registers(Asset draft, OutgoingFile... files) {
        throw cannot(Ability.ASSETS);
    }

    /** Takes an asset from whoever has it and gives it to these. */
    default void handsOver(String assetId, Asset.Holders to) {
        throw cannot(Ability.ASSETS);
    }

    default void setsAssetState(String assetId, Asset.State state) {
        throw cannot(Ability.ASSETS);
    }

    /** Takes an asset off the books. */
    default void discards(String assetId) {
        throw cannot(Ability.ASSETS);
    }

    /** Notes at a ticket that it is about an asset. */
    default void concerns(String ticketId, String assetId) {
        throw cannot(Ability.ASSETS);
    }

    /**
     * Writes a confirmation of receipt; says its id.
     *
     * @param draft without id, number, edition, answers and version
     */
    default String issues(Receipt draft) {
        throw cannot(Ability.RECEIPTS);
    }

    /** Gives a receipt another title, text and other lines, which makes a new edition; a line keeps its id. */
    default void revises(String receiptId, Receipt draft) {
        throw cannot(Ability.RECEIPTS);
    }

    default void recalls(String receiptId) {
        throw cannot(Ability.RECEIPTS);
    }

    /**
     * Writes a note; says its id.
     *
     * @param draft without id, files, edition, reads and version
     */
    default String notes(Note draft, OutgoingFile... files) {
        throw cannot(Ability.NOTES);
    }

    /** Gives a note another title and other words; its files stay. */
    default void rewritesNote(String noteId, String title, String html) {
        throw cannot(Ability.NOTES);
    }

    /** From now on it is for these people and nobody else. */
    default void redirectsNote(String noteId, List<String> personIds) {
        throw cannot(Ability.NOTES);
    }

    default void withdrawsNote(String noteId) {
        throw cannot(Ability.NOTES);
    }

    /** Who read a note, oldest first. */
    default List<Mark> marks(String noteId) {
        throw cannot(Ability.NOTES);
    }

    /**
     * Publishes a document; says its id.
     *
     * @param draft without id, versions and version
     * @param first the file of its first version
     */
    default String issues(Document draft, OutgoingFile first) {
        throw cannot(Ability.DOCUMENTS);
    }

    /** Puts a newer version on top of what a document said. */
    default void issuesAgain(String documentId, OutgoingFile newer, String changes) {
        throw cannot(Ability.DOCUMENTS);
    }

    /** From now on a document is for these. */
    default void addresses(String documentId, Audience to) {
        throw cannot(Ability.DOCUMENTS);
    }

    /** Takes a document back. */
    default void takesBack(String documentId) {
        throw cannot(Ability.DOCUMENTS);
    }

    /** @param words empty for nothing */
    default void waitsFor(String ticketId, String words) {
        throw cannot(Ability.WAITING_FOR);
    }

    private static IllegalStateException cannot(Ability ability) {
        return new IllegalStateException("the contract called what the platform cannot do: " + ability);
    }
}
