package org.clientportal.itsm;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One public thing said or done in a ticket.
 *
 * @param id the platform's id, unique across tickets
 * @param order position within its ticket; equal times do not matter
 * @param kind what it is
 * @param author who said it, as carried by the portal where the portal wrote it
 * @param at when, with the platform's precision
 * @param text what was said; empty for a bare status change
 * @param html whether {@code text} is HTML as an agent wrote it (not trusted, to be sanitised) or plain text
 * @param statusId the status it changed to, null when it changed none
 * @param requestKey the key of the submission that made it, null when it was not made by the portal
 * @param ours whether the portal's service account wrote it
 * @param files the files that came with it
 */
public record Entry(
        String id,
        long order,
        Kind kind,
        Author author,
        Instant at,
        String text,
        boolean html,
        @Nullable String statusId,
        @Nullable String requestKey,
        boolean ours,
        List<FileRef> files) {

    public Entry {
        files = List.copyOf(files);
    }

    /** What an entry is. */
    public enum Kind {
        /** The first entry: the description of the ticket. */
        DESCRIPTION,
        REPLY,
        STATUS_CHANGE
    }

    /**
     * Who wrote an entry.
     *
     * @param personId the platform's id of the person, null for an agent or a stranger
     * @param name as it is to be shown
     * @param onBehalfOf name of the person for whom it was said while somebody stood in; null normally
     */
    public record Author(
            @Nullable String personId,
            String name,
            Role role,
            @Nullable String onBehalfOf) {

        /** Somebody who speaks for nobody else. */
        public Author(@Nullable String personId, String name, Role role) {
            this(personId, name, role, null);
        }
    }

    /** On which side the author stands. */
    public enum Role {
        PERSON,
        SUPPORT,
        /** The platform itself, by a rule. */
        AUTOMATIC
    }

    /**
     * A file of an entry; its content is read by {@link ItsmConnector#openFile(String)}.
     *
     * @param size bytes, or -1 when the platform does not say
     */
    public record FileRef(String id, String name, String contentType, long size) {}
}
