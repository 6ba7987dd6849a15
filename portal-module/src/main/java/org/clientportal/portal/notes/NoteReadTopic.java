package org.clientportal.portal.notes;

import java.time.OffsetDateTime;
import org.clientportal.itsm.Submission;
import org.clientportal.itsm.Submission.NewNoteRead;
import org.clientportal.itsm.Submission.RequestKey;
import org.clientportal.portal.outbox.DeliveryTopic;
import org.clientportal.ports.Outbox.Claim;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Outbox rows of what was read; their subject is the mark. */
@Component
class NoteReadTopic extends DeliveryTopic {

    static final String TOPIC = "note.read";

    NoteReadTopic(JdbcClient jdbc) {
        super(jdbc, "note_read");
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public Submission submission(Claim claim) {
        return jdbc.sql("""
                        select p.platform_id as writer, p.name, coalesce(l.email, '') as email, r.at, r.edition, n.platform_id as note
                        from note_read r join note n on n.id = r.note join person p on p.id = r.person
                          left join login l on l.person = p.id
                        where r.id = ?""")
                .param(claim.subject())
                .query((row, number) -> new NewNoteRead(
                        new RequestKey(claim.requestKey()),
                        writer(row),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("note"),
                        row.getLong("edition")))
                .single();
    }

    /** The page says that support sees it, not how far it is on its way. */
    @Override
    protected void changed(Claim claim) {}
}
