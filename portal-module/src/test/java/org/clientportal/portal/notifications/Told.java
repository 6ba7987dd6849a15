package org.clientportal.portal.notifications;

import static org.clientportal.portal.RunningPortal.ANNA;
import static org.clientportal.portal.RunningPortal.entry;
import static org.clientportal.portal.RunningPortal.support;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientportal.itsm.Entry;
import org.clientportal.portal.Browser;
import org.clientportal.portal.RunningPortal;
import org.clientportal.portal.TicketCopy;

/** What support does in these tests, and what is noted of it. */
final class Told {

    private final RunningPortal portal = RunningPortal.get();

    /** Anna's ticket, with some in copy. */
    void begins(String number, String... inCopy) {
        portal.platformSays(TicketCopy.of(portal.ticket(number, "Sprawa " + number, "open", ANNA))
                .with(List.of(inCopy))
                .ticket());
    }

    /** Support writes; {@code order} counts its answers in the ticket from 1. */
    void answers(String number, int order, String text, String... inCopy) {
        portal.platformSays(TicketCopy.of(portal.ticket(
                        number,
                        "Sprawa " + number,
                        "open",
                        ANNA,
                        entry(number + "-r" + order, order, Entry.Kind.REPLY, support(), text)))
                .with(List.of(inCopy))
                .ticket());
    }

    /** Posts the choices; what is not named stays at once, at eight. */
    java.net.http.HttpResponse<String> chooses(Browser who, Map<String, String> chosen) {
        var values = new HashMap<String, String>();
        for (var topic : Topic.values()) {
            values.put(topic.field(), "at-once");
        }
        values.put("digest", "8");
        values.putAll(chosen);
        return who.submit(who.page("/profile/notifications"), "/profile/notifications", values);
    }

    /** Everything noted for a person of a ticket, oldest first. */
    List<Map<String, Object>> of(String person, String number) {
        return portal.inWork(
                () -> portal.jdbc().sql("""
                        select n.id, n.kind, n.mail, n.read_at is not null as read, n.skipped, n.stands_for_name, n.digest
                        from notification n join person p on p.id = n.person join ticket t on t.id = n.ticket
                        where p.platform_id = ? and t.number = ? order by n.id""").params(person, number).query().listOfRows());
    }

    /** How many mails of them are on their way. */
    long mails(String person, String number) {
        return portal.inWork(() ->
                portal.jdbc().sql("""
                        select count(*) from outbox o join notification n on n.id = o.subject join person p on p.id = n.person
                          join ticket t on t.id = n.ticket
                        where o.topic = 'mail.ticket' and p.platform_id = ? and t.number = ?""").params(person, number).query(Long.class).single());
    }

    /** The number beside the bell, as it is spoken. */
    static String bell(Browser who) {
        return who.page("/tickets").select("#bell .spoken").text();
    }

    void nothingChosen() {
        portal.work(() -> List.of(
                        "delete from notification_preference",
                        "delete from digest_preference",
                        "delete from ticket_mute",
                        "delete from notification",
                        "delete from digest",
                        "delete from stand_in",
                        "delete from confidential_category",
                        "delete from outbox where topic in ('mail.ticket', 'mail.digest')")
                .forEach(statement -> portal.jdbc().sql(statement).update()));
    }
}
