package org.clientportal.itsm;

import org.clientportal.itsm.Person.PortalAccess;

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
        /** Refuses a submission in the name of a person who is unknown to the platform. */
        KNOWS_PEOPLE,
        /** Refuses an empty subject. */
        NEEDS_SUBJECT,
        /** Several files of one submission keep their order. */
        FILE_ORDER
    }

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

    default void asksForNewPassword(String personId) {
        throw cannot(Ability.PORTAL_ACCESS);
    }

    private static IllegalStateException cannot(Ability ability) {
        return new IllegalStateException("the contract called what the platform cannot do: " + ability);
    }
}
