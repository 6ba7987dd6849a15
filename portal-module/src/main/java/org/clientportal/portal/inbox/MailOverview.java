package org.clientportal.portal.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clientportal.portal.access.WorkTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Incoming mails for administrators. */
@Repository
class MailOverview {

    private static final String COLUMNS = """
            select m.id, m.account, m.received_at, m.sender, m.subject, m.message_id, octet_length(m.raw) as size, m.verdict,
              m.reason, m.person, m.verified, case when t.platform_id is not null then t.number end as number
            from inbound_mail m left join ticket t on t.id = m.ticket""";

    private final JdbcClient jdbc;

    MailOverview(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Newest first.
     *
     * @param verdict in lower case, null for all
     * @param query part of sender or subject, empty for all
     * @param after id of the last one of the page before, null for the first page
     */
    @WorkTransaction
    public List<MailView> list(@Nullable String verdict, String query, @Nullable Long after, int limit) {
        return jdbc.sql(COLUMNS + """

                        where (cast(:verdict as text) is null or m.verdict = upper(cast(:verdict as text)))
                          and (:query = '%%' or m.sender ilike :query or m.subject ilike :query)
                          and (cast(:after as bigint) is null or m.id < cast(:after as bigint))
                        order by m.id desc limit :limit""")
                .param("verdict", verdict)
                .param("query", "%" + query.replaceAll("([%_\\\\])", "\\\\$1") + "%")
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> mail(row))
                .list();
    }

    /** One mail with its steps. */
    @WorkTransaction
    public Optional<MailView> find(long id) {
        return jdbc.sql(COLUMNS + " where m.id = ?")
                .param(id)
                .query((row, number) -> mail(row))
                .optional()
                .map(mail -> mail.with(steps(id)));
    }

    @WorkTransaction
    public Optional<byte[]> raw(long id) {
        return jdbc.sql("select raw from inbound_mail where id = ?")
                .param(id)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    private List<MailView.StepView> steps(long id) {
        return jdbc.sql("select at, step, verdict, reason from inbound_step where mail = ? order by id")
                .param(id)
                .query((row, number) -> new MailView.StepView(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("step"),
                        row.getString("verdict"),
                        row.getString("reason")))
                .list();
    }

    private static MailView mail(ResultSet row) throws SQLException {
        var messageId = row.getString("message_id");
        var person = row.getObject("person", Long.class);
        return new MailView(
                Long.toString(row.getLong("id")),
                row.getString("account"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("sender"),
                row.getString("subject"),
                messageId == null ? null : "<" + messageId + ">",
                row.getLong("size"),
                row.getString("verdict").toLowerCase(Locale.ROOT),
                row.getString("reason"),
                row.getString("number"),
                person == null ? null : Long.toString(person),
                row.getObject("verified", Boolean.class),
                null);
    }
}
