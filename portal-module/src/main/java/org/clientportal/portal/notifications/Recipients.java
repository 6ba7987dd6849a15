package org.clientportal.portal.notifications;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is told of a ticket: the people on it who use the portal, and whoever stands in for one of them now. */
@Component
class Recipients {

    private final JdbcClient jdbc;
    private final Clock clock;

    Recipients(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Somebody who is told.
     *
     * @param standsFor who is away and in whose place; null when in their own, and then {@code standsForName} is null too
     */
    record Recipient(
            long person, @Nullable Long standsFor, @Nullable String standsForName) {

        static Recipient of(long person) {
            return new Recipient(person, null, null);
        }
    }

    /** Everybody on it. */
    List<Recipient> onTicket(long ticket) {
        return read(ticket, false);
    }

    /** The person it is of, and who stands in for them. */
    List<Recipient> requester(long ticket) {
        return read(ticket, true);
    }

    /** Confidential tickets have no reader row of a stand-in. Whoever is on it in their own right is told for themselves only. */
    private List<Recipient> read(long ticket, boolean requesterOnly) {
        return jdbc.sql("""
                        select p.id, cast(null as bigint) as absent, cast(null as text) as absent_name
                        from ticket_reader r join ticket t on t.id = r.ticket join person p on r.scope = 'p:' || p.id
                          join login l on l.person = p.id and l.enabled
                        where r.ticket = :ticket and p.active and (r.until is null or r.until > now())
                          and (not :requesterOnly or p.id = t.requester)
                        union
                        (select distinct on (p.id) p.id, a.id, a.name
                        from ticket_reader r join ticket t on t.id = r.ticket
                          join stand_in s on r.scope = 's:' || s.person and s.from_at <= :now and s.until > :now
                          join person a on a.id = s.person
                          join person p on p.id = s.stand_in join login l on l.person = p.id and l.enabled
                        where r.ticket = :ticket and r.reason = 'stand-in' and p.active
                          and (not :requesterOnly or a.id = t.requester)
                          and not exists (select from ticket_reader own where own.ticket = r.ticket and own.scope = 'p:' || p.id)
                        order by p.id, a.id)
                        order by 1""")
                .param("ticket", ticket)
                .param("requesterOnly", requesterOnly)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Recipient(
                        row.getLong("id"), row.getObject("absent", Long.class), row.getString("absent_name")))
                .list();
    }
}
