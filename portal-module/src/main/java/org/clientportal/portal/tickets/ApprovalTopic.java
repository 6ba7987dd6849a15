package org.clientportal.portal.tickets;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.clientportal.itsm.Delivered;
import org.clientportal.itsm.Submission;
import org.clientportal.itsm.Submission.Decision;
import org.clientportal.itsm.Submission.RequestKey;
import org.clientportal.portal.live.Hints;
import org.clientportal.portal.outbox.DeliveryTopic;
import org.clientportal.ports.Outbox.Claim;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people say to an approval; the subject is the word they said. */
class ApprovalTopic extends DeliveryTopic {

    static final String TOPIC = "approval.decision";

    private final Hints hints;

    ApprovalTopic(JdbcClient jdbc, Hints hints) {
        super(jdbc, "approval_word");
        this.hints = hints;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public Submission submission(Claim claim) {
        return jdbc.sql("""
                        select t.platform_id as ticket, a.platform_id as approval, w.decision, w.text, w.at,
                          p.platform_id as writer, p.name, coalesce(l.email, '') as email
                        from approval_word w join approval a on a.id = w.approval join ticket t on t.id = a.ticket
                          join person p on p.id = w.person left join login l on l.person = p.id
                        where w.id = ?""")
                .param(claim.subject())
                .query((row, number) -> new Submission.NewDecision(
                        new RequestKey(claim.requestKey()),
                        writer(row),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        Objects.requireNonNull(row.getString("ticket")),
                        row.getString("approval"),
                        Decision.valueOf(row.getString("decision")),
                        row.getString("text")))
                .single();
    }

    @Override
    public void delivered(Claim claim, Delivered delivered) {
        jdbc.sql("""
                        update approval a set state = case w.decision when 'APPROVE' then 'APPROVED' else 'REFUSED' end,
                          decided_at = w.at, reason = w.text
                        from approval_word w
                        where w.id = ? and a.id = w.approval and w.decision <> 'COMMENT' and a.state = 'WAITING'""").param(claim.subject()).update();
        super.delivered(claim, delivered);
    }

    @Override
    protected void changed(Claim claim) {
        hints.ticketsChanged(List.of(
                jdbc.sql("select a.ticket from approval_word w join approval a on a.id = w.approval where w.id = ?")
                        .param(claim.subject())
                        .query(Long.class)
                        .single()));
    }
}
