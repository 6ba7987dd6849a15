package org.clientportal.portal.notifications;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.clientportal.itsm.StatusMeaning;
import org.clientportal.portal.live.Hints;
import org.clientportal.portal.notifications.Recipients.Recipient;
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

/**
 * Notes who is to be told what, in the transaction in which it happened: for the portal at once, by mail as the person wishes.
 * The mails follow by the outbox.
 */
@Component
class Notifications {

    private final JdbcClient jdbc;
    private final Recipients recipients;
    private final OutboxRows outbox;
    private final Hints hints;
    private final Clock clock;

    Notifications(JdbcClient jdbc, Recipients recipients, OutboxRows outbox, Hints hints, Clock clock) {
        this.jdbc = jdbc;
        this.recipients = recipients;
        this.outbox = outbox;
        this.hints = hints;
        this.clock = clock;
    }

    @EventListener
    void on(TicketReceived received) {
        note(recipients.requester(received.ticket()), Kind.RECEIVED, received.ticket(), null);
    }

    @EventListener
    void on(TicketClosesSoon soon) {
        note(recipients.requester(soon.ticket()), Kind.CLOSING, soon.ticket(), null);
    }

    @EventListener
    void on(ApprovalAsked asked) {
        note(List.of(Recipient.of(asked.person())), Kind.APPROVAL, asked.ticket(), null);
    }

    /** Somebody has not answered a question yet. */
    void remind(long person, long ticket) {
        note(List.of(Recipient.of(person)), Kind.REMINDER, ticket, null);
    }

    @EventListener
    void on(SupportReplied replied) {
        note(recipients.onTicket(replied.ticket()), Kind.REPLY, replied.ticket(), replied.entry());
    }

    @EventListener
    void on(TicketStatusChanged changed) {
        switch (changed.now()) {
            case SOLVED -> everybody(changed.ticket(), Kind.SOLVED);
            case CLOSED -> everybody(changed.ticket(), Kind.CLOSED);
            case WAITING_FOR_OTHERS, PLANNED -> everybody(changed.ticket(), Kind.STATUS);
            // that work began, or that a question was asked, comes with words or not at all
            case NEW, IN_WORK, WAITING_FOR_PERSON -> {
                if (changed.before() == StatusMeaning.CLOSED || changed.before() == StatusMeaning.SOLVED) {
                    everybody(changed.ticket(), Kind.STATUS);
                }
            }
        }
    }

    private void everybody(long ticket, Kind kind) {
        note(recipients.onTicket(ticket), kind, ticket, null);
    }

    private void note(List<Recipient> told, Kind kind, long ticket, @Nullable Long entry) {
        told.forEach(recipient -> note(recipient, kind, ticket, entry));
        hints.notificationsChanged(told.stream().map(Recipient::person).toList());
    }

    private record Noted(long id, Delivery mail) {}

    /** Of a mute ticket it is noted, but nobody is called: neither by a mail nor by a number. A question is never mute. */
    private void note(Recipient recipient, Kind kind, long ticket, @Nullable Long entry) {
        var noted = jdbc.sql("""
                        insert into notification (person, kind, ticket, entry, created_at, stands_for, stands_for_name, mail,
                          read_at, skipped)
                        select :person, :kind, :ticket, cast(:entry as bigint), :now, cast(:absent as bigint),
                          cast(:absentName as text),
                          case when m.mute then 'NONE' else coalesce(f.mail, 'AT_ONCE') end,
                          case when m.mute then cast(:now as timestamptz) end,
                          case when m.mute then 'mute' end
                        from (select not :asks and exists (select from ticket_mute u where u.person = :person and u.ticket = :ticket)
                            as mute) m
                          left join notification_preference f on f.person = :person and f.topic = :topic
                        returning id, mail""")
                .param("person", recipient.person())
                .param("kind", kind.name())
                .param("ticket", ticket)
                .param("entry", entry)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("absent", recipient.standsFor())
                .param("absentName", recipient.standsForName())
                .param("asks", kind.asks())
                .param("topic", Topic.of(kind).name())
                .query((row, number) -> new Noted(row.getLong("id"), Delivery.valueOf(row.getString("mail"))))
                .single();
        if (noted.mail() == Delivery.AT_ONCE) {
            outbox.add(new OutboxRows.Row(
                    "mail:" + recipient.person(),
                    Destination.MAIL,
                    TicketMails.TOPIC,
                    noted.id(),
                    UUID.randomUUID(),
                    null,
                    recipient.person(),
                    "notifications"));
        }
    }
}
