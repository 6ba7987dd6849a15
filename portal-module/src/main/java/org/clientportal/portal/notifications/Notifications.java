package org.clientportal.portal.notifications;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.clientportal.itsm.StatusMeaning;
import org.clientportal.portal.notifications.TicketMail.Kind;
import org.clientportal.portal.outbox.OutboxRows;
import org.clientportal.portal.tickets.ApprovalAsked;
import org.clientportal.portal.tickets.SupportReplied;
import org.clientportal.portal.tickets.TicketClosesSoon;
import org.clientportal.portal.tickets.TicketReceived;
import org.clientportal.portal.tickets.TicketStatusChanged;
import org.clientportal.ports.Outbox.Destination;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes who is to be told what, in the transaction in which it happened; the mails follow by the outbox. */
@Component
class Notifications {

    private final JdbcClient jdbc;
    private final OutboxRows outbox;
    private final Clock clock;

    Notifications(JdbcClient jdbc, OutboxRows outbox, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.clock = clock;
    }

    @EventListener
    void on(TicketReceived received) {
        requester(received.ticket(), Kind.RECEIVED);
    }

    @EventListener
    void on(TicketClosesSoon soon) {
        requester(soon.ticket(), Kind.CLOSING);
    }

    private void requester(long ticket, Kind kind) {
        jdbc.sql("select requester from ticket where id = ? and requester is not null")
                .param(ticket)
                .query(Long.class)
                .optional()
                .ifPresent(person -> note(person, kind, ticket, null));
    }

    @EventListener
    void on(ApprovalAsked asked) {
        note(asked.person(), Kind.APPROVAL, asked.ticket(), null);
    }

    /** Somebody has not answered a question yet. */
    void remind(long person, long ticket) {
        note(person, Kind.REMINDER, ticket, null);
    }

    @EventListener
    void on(SupportReplied replied) {
        readers(replied.ticket(), Kind.REPLY, replied.entry());
    }

    @EventListener
    void on(TicketStatusChanged changed) {
        switch (changed.now()) {
            case SOLVED -> readers(changed.ticket(), Kind.SOLVED, null);
            case CLOSED -> readers(changed.ticket(), Kind.CLOSED, null);
            case WAITING_FOR_OTHERS, PLANNED -> readers(changed.ticket(), Kind.STATUS, null);
            // that work began, or that a question was asked, comes with words or not at all
            case NEW, IN_WORK, WAITING_FOR_PERSON -> {
                if (changed.before() == StatusMeaning.CLOSED || changed.before() == StatusMeaning.SOLVED) {
                    readers(changed.ticket(), Kind.STATUS, null);
                }
            }
        }
    }

    private void readers(long ticket, Kind kind, @Nullable Long entry) {
        jdbc.sql("""
                        select p.id from ticket_reader r join person p on r.scope = 'p:' || p.id
                          join login l on l.person = p.id and l.enabled
                        where r.ticket = ? and p.active and (r.until is null or r.until > now())""").param(ticket).query(Long.class).list().forEach(person -> note(person, kind, ticket, entry));
    }

    private void note(long person, Kind kind, long ticket, @Nullable Long entry) {
        var id = jdbc.sql("""
                        insert into notification (person, kind, ticket, entry, created_at)
                        values (:person, :kind, :ticket, :entry, :now) returning id""")
                .param("person", person)
                .param("kind", kind.name())
                .param("ticket", ticket)
                .param("entry", entry)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        outbox.add(new OutboxRows.Row(
                "mail:" + person,
                Destination.MAIL,
                TicketMails.TOPIC,
                id,
                UUID.randomUUID(),
                null,
                person,
                "notifications"));
    }
}
