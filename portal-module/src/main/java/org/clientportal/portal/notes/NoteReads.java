package org.clientportal.portal.notes;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.outbox.OutboxRows;
import org.clientportal.ports.Outbox.Destination;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** That somebody read a note: kept here, and told to the platform. */
@Component
class NoteReads {

    private final JdbcClient jdbc;
    private final OutboxRows outbox;
    private final Clock clock;

    NoteReads(JdbcClient jdbc, OutboxRows outbox, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * The viewer reads these words now; once, also in two windows at the same moment. Within the transaction of the page.
     *
     * @return when they did first
     */
    Instant mark(Viewer viewer, ReadableNotes.Readable note) {
        var readAt = note.readAt();
        if (readAt != null && note.mark() == null) {
            return readAt;
        }
        var lane = "note:" + note.id();
        outbox.enter(lane, Destination.PLATFORM);
        // platforms keep whole seconds
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        jdbc.sql("""
                        insert into note_read (note, person, edition, at, delivery) values (?, ?, ?, ?, 'SENDING')
                        on conflict (note, person, edition) do nothing returning id""")
                .params(note.id(), viewer.person(), note.edition(), now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional()
                .ifPresent(read -> outbox.add(new OutboxRows.Row(
                        lane,
                        Destination.PLATFORM,
                        NoteReadTopic.TOPIC,
                        read,
                        UUID.randomUUID(),
                        null,
                        viewer.person(),
                        viewer.name())));
        return now;
    }
}
