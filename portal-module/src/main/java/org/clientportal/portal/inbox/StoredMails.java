package org.clientportal.portal.inbox;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.clientportal.mail.IncomingMail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of incoming mails. Within the caller's work transaction. */
@Repository
class StoredMails {

    private final JdbcClient jdbc;
    private final Clock clock;

    StoredMails(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How a mail ended. */
    record End(
            String verdict,
            String reason,
            @Nullable Long person,
            @Nullable Boolean verified,
            @Nullable Long ticket,
            @Nullable Long entry) {

        static End of(String verdict, String reason) {
            return new End(verdict, reason, null, null, null, null);
        }
    }

    long lastUid(String account, long uidValidity) {
        return jdbc.sql("select last_uid from mail_cursor where account = ? and uid_validity = ?")
                .params(account, uidValidity)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** Empty when that UID is stored already. */
    Optional<Long> store(String account, long uidValidity, long uid, byte[] raw, String verdict, String reason) {
        jdbc.sql("""
                        insert into mail_cursor (account, uid_validity, last_uid) values (?, ?, ?)
                        on conflict (account, uid_validity) do update
                        set last_uid = greatest(mail_cursor.last_uid, excluded.last_uid)""").params(account, uidValidity, uid).update();
        return jdbc.sql("""
                        insert into inbound_mail (account, uid_validity, uid, received_at, raw, verdict, reason, due_at)
                        values (:account, :validity, :uid, :now, :raw, :verdict, :reason, :now)
                        on conflict (account, uid_validity, uid) do nothing returning id""")
                .param("account", account)
                .param("validity", uidValidity)
                .param("uid", uid)
                .param("now", now())
                .param("raw", raw)
                .param("verdict", verdict)
                .param("reason", reason)
                .query(Long.class)
                .optional();
    }

    void polled(String account, Optional<String> failure) {
        jdbc.sql("""
                        insert into mail_poll (account, polled_at, failed_at, failure)
                        values (:account, :polled, :failed, :failure)
                        on conflict (account) do update set polled_at = coalesce(excluded.polled_at, mail_poll.polled_at),
                          failed_at = excluded.failed_at, failure = excluded.failure""")
                .param("account", account)
                .param("polled", failure.isEmpty() ? now() : null)
                .param("failed", failure.isEmpty() ? null : now())
                .param("failure", failure.orElse(null))
                .update();
    }

    /** The oldest due mail; the attempt is counted before it begins, so that one that kills the portal is not tried for ever. */
    Optional<Attempt> begin(InboxSettings settings) {
        return jdbc.sql("""
                        select id, attempts from inbound_mail where verdict = 'WAITING' and due_at <= ?
                        order by due_at, id limit 1 for update skip locked""")
                .param(now())
                .query((row, number) -> new Attempt(row.getLong("id"), row.getInt("attempts") + 1))
                .optional()
                .map(attempt -> {
                    var later = clock.instant().plus(settings.pauseAfter(attempt.number()));
                    jdbc.sql("update inbound_mail set attempts = ?, due_at = ? where id = ?")
                            .params(attempt.number(), later.atOffset(ZoneOffset.UTC), attempt.mail())
                            .update();
                    return attempt;
                });
    }

    /** One try of one mail, 1 for the first. */
    record Attempt(long mail, int number) {}

    /** The bytes of a mail that waits, locked; empty when somebody else has it or it is done. */
    Optional<byte[]> claim(long mail) {
        return jdbc.sql("select raw from inbound_mail where id = ? and verdict = 'WAITING' for update skip locked")
                .param(mail)
                .query((row, number) -> row.getBytes("raw"))
                .optional();
    }

    void understood(
            long mail,
            @Nullable String sender,
            @Nullable String subject,
            @Nullable String messageId,
            @Nullable String bodyHash) {
        jdbc.sql("""
                        update inbound_mail set sender = :sender, subject = :subject, message_id = :id, body_hash = :hash
                        where id = :mail""")
                .param("sender", sender)
                .param("subject", subject)
                .param("id", messageId)
                .param("hash", bodyHash)
                .param("mail", mail)
                .update();
    }

    /** An earlier mail of the mailbox with the same id and the same content. The lock makes twins at the same moment wait. */
    Optional<Long> twin(long mail, IncomingMail content) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 20))")
                .param(content.messageId())
                .query((row, number) -> true)
                .single();
        return jdbc.sql("""
                        select t.id from inbound_mail t join inbound_mail m on m.id = :mail and m.account = t.account
                        where t.message_id = :id and t.body_hash = :hash and t.id <> :mail
                          and (t.verdict in ('TICKET', 'REPLY') or t.id < :mail and t.verdict in ('HELD', 'IGNORED'))
                        order by t.id limit 1""")
                .param("mail", mail)
                .param("id", content.messageId())
                .param("hash", content.bodyHash())
                .query(Long.class)
                .optional();
    }

    void end(long mail, End end) {
        jdbc.sql("""
                        update inbound_mail set verdict = :verdict, reason = :reason, person = :person, verified = :verified,
                          ticket = :ticket, entry = :entry, settled_at = :now where id = :mail""")
                .param("verdict", end.verdict())
                .param("reason", end.reason())
                .param("person", end.person())
                .param("verified", end.verified())
                .param("ticket", end.ticket())
                .param("entry", end.entry())
                .param("now", now())
                .param("mail", mail)
                .update();
    }

    /** The mail waits on; the reason is for the administrator. */
    void postponed(long mail, String reason) {
        jdbc.sql("update inbound_mail set reason = ? where id = ?")
                .params(reason, mail)
                .update();
    }

    void steps(long mail, List<Steps.Step> steps) {
        for (var step : steps) {
            jdbc.sql("insert into inbound_step (mail, at, step, verdict, reason) values (?, ?, ?, ?, ?)")
                    .params(mail, now(), step.step(), step.verdict(), step.reason())
                    .update();
        }
    }

    /** To be worked off again; false when it is not held, ignored or failed. */
    boolean replay(long mail) {
        return jdbc.sql("""
                        update inbound_mail set verdict = 'WAITING', reason = 'asked for again', attempts = 0, due_at = ?,
                          settled_at = null
                        where id = ? and verdict in ('HELD', 'IGNORED', 'FAILED')""").params(now(), mail).update() == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
