package org.clientportal.portal.tickets;

import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import org.clientportal.itsm.Delivered;
import org.clientportal.itsm.ItsmRejected;
import org.clientportal.itsm.Submission;
import org.clientportal.itsm.Submission.Channel;
import org.clientportal.itsm.Submission.NewRating;
import org.clientportal.itsm.Submission.RequestKey;
import org.clientportal.portal.live.Hints;
import org.clientportal.portal.outbox.OutboxTopic;
import org.clientportal.ports.Outbox.Claim;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Outbox rows of ratings; their subject is the rating. */
@Component
class TicketRatingTopic implements OutboxTopic {

    static final String TOPIC = "ticket.rating";

    private final JdbcClient jdbc;
    private final Hints hints;

    TicketRatingTopic(JdbcClient jdbc, Hints hints) {
        this.jdbc = jdbc;
        this.hints = hints;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public Submission submission(Claim claim) {
        return jdbc.sql("""
                        select p.platform_id as person, p.name, coalesce(l.email, '') as email, t.platform_id as ticket, r.at,
                          r.score, r.comment
                        from ticket_rating r join ticket t on t.id = r.ticket join person p on p.id = r.person
                          left join login l on l.person = p.id
                        where r.id = ?""")
                .param(claim.subject())
                .query((row, number) -> new NewRating(
                        new RequestKey(claim.requestKey()),
                        new Submission.Writer(
                                row.getString("person"),
                                row.getString("name"),
                                row.getString("email"),
                                Channel.PORTAL,
                                true),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("ticket"),
                        row.getInt("score"),
                        row.getString("comment")))
                .single();
    }

    @Override
    public void delivered(Claim claim, Delivered delivered) {
        delivery(claim, "DELIVERED", null);
    }

    @Override
    public void postponed(Claim claim, boolean uncertain) {
        delivery(claim, uncertain ? "UNKNOWN" : "SENDING", null);
    }

    @Override
    public void parked(Claim claim, ItsmRejected.Reason reason) {
        delivery(claim, "FAILED", reason.name());
    }

    private void delivery(Claim claim, String state, @Nullable String failure) {
        jdbc.sql("""
                        update ticket_rating set delivery = :state, failure = :failure
                        where id = :rating and (delivery, failure) is distinct from (:state, :failure) returning ticket""")
                .param("state", state, Types.VARCHAR)
                .param("failure", failure, Types.VARCHAR)
                .param("rating", claim.subject())
                .query(Long.class)
                .optional()
                .ifPresent(ticket -> hints.ticketsChanged(List.of(ticket)));
    }
}
