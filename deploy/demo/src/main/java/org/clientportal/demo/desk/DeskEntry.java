package org.clientportal.demo.desk;

import java.time.Instant;
import java.util.List;
import org.clientportal.itsm.Entry;
import org.clientportal.itsm.Entry.Author;
import org.clientportal.itsm.Entry.FileRef;
import org.clientportal.itsm.Entry.Kind;
import org.clientportal.itsm.Submission.Channel;
import org.jspecify.annotations.Nullable;

/**
 * What was said or done in a ticket, internal notes included.
 *
 * @param internal for agents' eyes; never crosses the contract
 * @param channel the way a person's entry came, null for what was made on the desk
 * @param verified false when the person is only presumed (a mail without proof)
 */
record DeskEntry(
        long order,
        Kind kind,
        boolean internal,
        Author author,
        Instant at,
        String text,
        boolean html,
        @Nullable String statusId,
        @Nullable String requestKey,
        @Nullable Channel channel,
        boolean verified,
        List<FileRef> files) {

    DeskEntry {
        files = List.copyOf(files);
    }

    DeskEntry by(Author other) {
        return new DeskEntry(
                order, kind, internal, other, at, text, html, statusId, requestKey, channel, verified, files);
    }

    Entry published(String ticketId) {
        return new Entry(
                ticketId + "." + order,
                order,
                kind,
                author,
                at,
                text,
                html,
                statusId,
                requestKey,
                requestKey != null,
                files);
    }
}
