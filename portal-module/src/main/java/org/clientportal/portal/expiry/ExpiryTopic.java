package org.clientportal.portal.expiry;

import java.time.OffsetDateTime;
import org.clientportal.itsm.Submission;
import org.clientportal.itsm.Submission.NewState;
import org.clientportal.itsm.Submission.RequestKey;
import org.clientportal.itsm.Submission.Wish;
import org.clientportal.portal.outbox.DeliveryTopic;
import org.clientportal.portal.outbox.OutboxTopic;
import org.clientportal.ports.Outbox.Claim;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Outbox rows of automatic expiry; their subject is the ticket. What became of it comes back with the platform's story, since
 * the platform alone knows whether the ticket was still solved.
 */
@Component
class ExpiryTopic implements OutboxTopic {

    static final String TOPIC = "ticket.expiry";

    private final JdbcClient jdbc;

    ExpiryTopic(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public Submission submission(Claim claim) {
        return jdbc.sql("""
                        select p.platform_id as writer, p.name, coalesce(l.email, '') as email, t.platform_id as ticket,
                          (select max(c.asked_at) from ticket_closing c where c.ticket = t.id) as at
                        from ticket t join person p on p.id = t.requester left join login l on l.person = p.id
                        where t.id = ?""")
                .param(claim.subject())
                .query((row, number) -> new NewState(
                        new RequestKey(claim.requestKey()),
                        DeliveryTopic.writer(row),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("ticket"),
                        Wish.CLOSE,
                        true))
                .single();
    }
}
