package org.clientportal.portal.documents;

import java.time.Clock;
import java.time.ZoneOffset;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.documents.ReadableDocuments.Readable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which documents a person has opened, so that lists say what is new. Within a page's transaction. */
@Component
class DocumentsSeen {

    private final JdbcClient jdbc;
    private final Clock clock;

    DocumentsSeen(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Nothing is noted for whoever looks through the person's eyes, nor of an earlier version than the one opened before. */
    void opened(Viewer viewer, Readable document, int number) {
        if (viewer.readsOnly() || document.seen() >= number) {
            return;
        }
        jdbc.sql("""
                        insert into document_seen (document, person, number, at) values (:document, :person, :number, :now)
                        on conflict (person, document) do update set number = excluded.number, at = excluded.at
                        where document_seen.number < excluded.number""")
                .param("document", document.id())
                .param("person", viewer.person())
                .param("number", number)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
