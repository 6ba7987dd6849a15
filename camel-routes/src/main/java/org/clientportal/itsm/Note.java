package org.clientportal.itsm;

import java.time.Instant;
import java.util.List;
import org.clientportal.itsm.Entry.FileRef;
import org.jspecify.annotations.Nullable;

/**
 * Something that support wrote for one person or for a few: how a device was set up, what was agreed on the telephone. Never
 * what agents write for each other.
 *
 * @param id the platform's id, stable for ever
 * @param html the words as an agent wrote them (not trusted, to be sanitised)
 * @param personIds for whom it is; each reads it for themselves, and nobody else sees it
 * @param author name of the agent; empty when the platform does not say
 * @param files in order
 * @param writtenAt when it was first written
 * @param changedAt last change of title, words or files
 * @param edition grows with each change of title, words or files, and with nothing else: not when somebody reads it
 * @param reads who read which edition, oldest first; one of a person and an edition
 * @param gone true when withdrawn or deleted; everything else may then be empty
 * @param version grows with every change of the note, also when somebody reads it
 */
public record Note(
        String id,
        String title,
        String html,
        List<String> personIds,
        String author,
        List<FileRef> files,
        Instant writtenAt,
        Instant changedAt,
        long edition,
        List<Read> reads,
        boolean gone,
        long version) {

    public Note {
        personIds = List.copyOf(personIds);
        files = List.copyOf(files);
        // left out when nobody read it
        reads = reads == null ? List.of() : List.copyOf(reads);
    }

    /**
     * Somebody read it.
     *
     * @param edition which words
     * @param at when, by the portal's clock
     * @param requestKey of the submission that said so, null when it came another way
     */
    public record Read(
            String personId,
            long edition,
            Instant at,
            @Nullable String requestKey) {}
}
