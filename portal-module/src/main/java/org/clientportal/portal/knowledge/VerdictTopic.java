package org.clientportal.portal.knowledge;

import java.time.OffsetDateTime;
import org.clientportal.itsm.Submission;
import org.clientportal.itsm.Submission.NewVerdict;
import org.clientportal.itsm.Submission.RequestKey;
import org.clientportal.portal.outbox.DeliveryTopic;
import org.clientportal.portal.outbox.OutboxTopic;
import org.clientportal.ports.Outbox.Claim;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Outbox rows of verdicts; their subject is the verdict. */
@Component
class VerdictTopic implements OutboxTopic {

    static final String TOPIC = "article.verdict";

    private final JdbcClient jdbc;

    VerdictTopic(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public Submission submission(Claim claim) {
        return jdbc.sql("""
                        select p.platform_id as writer, p.name, coalesce(l.email, '') as email, v.helped, v.reason, v.at,
                          a.platform_id as article
                        from article_verdict v join article a on a.id = v.article join person p on p.id = v.person
                          left join login l on l.person = p.id
                        where v.id = ?""")
                .param(claim.subject())
                .query((row, number) -> new NewVerdict(
                        new RequestKey(claim.requestKey()),
                        DeliveryTopic.writer(row),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("article"),
                        row.getBoolean("helped"),
                        row.getString("reason")))
                .single();
    }
}
