package org.clientportal.portal.tickets;

import java.time.OffsetDateTime;
import java.util.List;
import org.clientportal.itsm.Submission;
import org.clientportal.itsm.Submission.NewRating;
import org.clientportal.itsm.Submission.RequestKey;
import org.clientportal.portal.live.Hints;
import org.clientportal.portal.outbox.DeliveryTopic;
import org.clientportal.ports.Outbox.Claim;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Outbox rows of ratings; their subject is the rating. */
@Component
class TicketRatingTopic extends DeliveryTopic {

    static final String TOPIC = "ticket.rating";

    private final Hints hints;

    TicketRatingTopic(JdbcClient jdbc, Hints hints) {
        super(jdbc, "ticket_rating");
        this.hints = hints;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public Submission submission(Claim claim) {
        return jdbc.sql("""
                        select p.platform_id as writer, p.name, coalesce(l.email, '') as email, t.platform_id as ticket, r.at,
                          r.score, r.comment
                        from ticket_rating r join ticket t on t.id = r.ticket join person p on p.id = r.person
                          left join login l on l.person = p.id
                        where r.id = ?""")
                .param(claim.subject())
                .query((row, number) -> new NewRating(
                        new RequestKey(claim.requestKey()),
                        writer(row),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("ticket"),
                        row.getInt("score"),
                        row.getString("comment")))
                .single();
    }

    @Override
    protected void changed(Claim claim) {
        hints.ticketsChanged(List.of(jdbc.sql("select ticket from ticket_rating where id = ?")
                .param(claim.subject())
                .query(Long.class)
                .single()));
    }
}
