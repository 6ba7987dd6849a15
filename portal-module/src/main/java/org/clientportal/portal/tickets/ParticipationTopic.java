package org.clientportal.portal.tickets;

import java.time.OffsetDateTime;
import java.util.List;
import org.clientportal.itsm.Delivered;
import org.clientportal.itsm.ItsmRejected;
import org.clientportal.itsm.Submission;
import org.clientportal.itsm.Submission.RequestKey;
import org.clientportal.portal.live.Hints;
import org.clientportal.portal.outbox.DeliveryTopic;
import org.clientportal.ports.Outbox.Claim;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Somebody comes into copy or leaves; the subject is the row that says so. Whoever comes sees the ticket from the moment the
 * platform has agreed; whoever leaves sees it again when the platform refuses.
 */
class ParticipationTopic extends DeliveryTopic {

    static final String TOPIC = "ticket.participation";

    private final Hints hints;

    ParticipationTopic(JdbcClient jdbc, Hints hints) {
        super(jdbc, "ticket_participation");
        this.hints = hints;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public Submission submission(Claim claim) {
        return jdbc.sql("""
                        select t.platform_id as ticket, w.takes_part, w.at, w.on_behalf_of, whom.platform_id as whom,
                          p.platform_id as writer, p.name, coalesce(l.email, '') as email
                        from ticket_participation w join ticket t on t.id = w.ticket join person whom on whom.id = w.person
                          join person p on p.id = w.asked_by left join login l on l.person = p.id
                        where w.id = ?""")
                .param(claim.subject())
                .query((row, number) -> new Submission.NewParticipation(
                        new RequestKey(claim.requestKey()),
                        writer(row, row.getString("on_behalf_of")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        java.util.Objects.requireNonNull(
                                row.getString("ticket"), "the ticket is not on the platform yet"),
                        row.getString("whom"),
                        row.getBoolean("takes_part")))
                .single();
    }

    @Override
    public void delivered(Claim claim, Delivered delivered) {
        reads(claim, true);
        super.delivered(claim, delivered);
    }

    @Override
    public void parked(Claim claim, ItsmRejected.Reason reason) {
        reads(claim, false);
        super.parked(claim, reason);
    }

    /** Makes the reader row of those who came, or who could not leave. */
    private void reads(Claim claim, boolean whoever) {
        jdbc.sql("""
                        insert into ticket_reader (scope, ticket, changed, reason)
                        select 'p:' || w.person, t.id, t.changed_at, 'participant'
                        from ticket_participation w join ticket t on t.id = w.ticket
                        where w.id = ? and w.takes_part = ? and not t.gone and t.merged_into is null
                        on conflict do nothing""").params(claim.subject(), whoever).update();
    }

    @Override
    protected void changed(Claim claim) {
        hints.ticketsChanged(List.of(jdbc.sql("select ticket from ticket_participation where id = ?")
                .param(claim.subject())
                .query(Long.class)
                .single()));
    }
}
