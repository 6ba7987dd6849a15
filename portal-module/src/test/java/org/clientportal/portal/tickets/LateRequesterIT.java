package org.clientportal.portal.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import org.clientportal.itsm.ChangePage;
import org.clientportal.itsm.Entry;
import org.clientportal.itsm.Person;
import org.clientportal.itsm.Ticket;
import org.clientportal.portal.RunningPortal;
import org.clientportal.portal.TicketCopy;
import org.clientportal.ports.ChangeIntake;
import org.junit.jupiter.api.Test;

/** The platform names somebody on a ticket before it tells who that is. */
class LateRequesterIT {

    private final RunningPortal portal = RunningPortal.get();

    @Test
    void seesTheTicketAsSoonAsThePlatformTellsWhoItIs() {
        portal.platformSays(ticketOf("late-1", "igor"));
        assertThat(readers("late-1")).isEmpty();

        arrives("igor");

        assertThat(readers("late-1")).containsExactly(new Row("igor", "requester", changedAt("late-1")));
        assertThat(requester("late-1")).isEqualTo("igor");
        assertThat(authors("late-1")).containsExactly("igor");
    }

    @Test
    void soDoesAParticipantAndNobodyTwice() {
        var ticket = ticketOf("late-2", RunningPortal.ANNA);
        portal.platformSays(withParticipants(ticket, List.of("jagoda", RunningPortal.MAREK)));

        arrives("jagoda");
        arrives("jagoda");

        assertThat(readers("late-2"))
                .extracting(Row::person)
                .containsExactlyInAnyOrder(RunningPortal.ANNA, "jagoda", RunningPortal.MAREK);
    }

    @Test
    void whoIsNoLongerOnTheTicketOnArrivalSeesNothing() {
        portal.platformSays(ticketOf("late-3", "karol"));
        portal.platformSays(ticketOf("late-3", RunningPortal.ANNA));

        arrives("karol");

        assertThat(readers("late-3")).extracting(Row::person).containsExactly(RunningPortal.ANNA);
    }

    private Ticket ticketOf(String id, String requester) {
        return portal.ticket(id, "Spóźniona osoba", "open", requester);
    }

    private static Ticket withParticipants(Ticket ticket, List<String> participants) {
        return TicketCopy.of(ticket).with(participants).ticket();
    }

    private void arrives(String id) {
        var intake = portal.bean(ChangeIntake.class);
        var from = intake.cursor().orElseThrow();
        var person = new Person(
                id,
                Person.Kind.EMPLOYEE,
                id,
                List.of(id + "@oriale.example"),
                "oriale",
                Person.PortalAccess.UNSET,
                null,
                "pl",
                null,
                true,
                1);
        var page = new ChangePage(List.of(), List.of(person), List.of(), from + "+", false);
        assertThat(intake.take(from, page)).isTrue();
    }

    private record Row(String person, String reason, OffsetDateTime changed) {}

    private List<Row> readers(String number) {
        return portal.inWork(() -> portal.jdbc()
                .sql("""
                        select p.platform_id, r.reason, r.changed from ticket_reader r
                        join ticket t on t.id = r.ticket join person p on r.scope = 'p:' || p.id
                        where t.number = ?""")
                .param(number)
                .query((row, count) ->
                        new Row(row.getString(1), row.getString(2), row.getObject(3, OffsetDateTime.class)))
                .list());
    }

    private OffsetDateTime changedAt(String number) {
        return portal.inWork(() -> portal.jdbc()
                .sql("select changed_at from ticket where number = ?")
                .param(number)
                .query(OffsetDateTime.class)
                .single());
    }

    private String requester(String number) {
        return one("select p.platform_id from ticket t join person p on p.id = t.requester where t.number = ?", number);
    }

    private List<String> authors(String number) {
        return portal.inWork(() -> portal.jdbc()
                .sql("""
                        select p.platform_id from entry e join ticket t on t.id = e.ticket
                        join person p on p.id = e.author where t.number = ? and e.kind = ?""")
                .params(number, Entry.Kind.DESCRIPTION.name())
                .query(String.class)
                .list());
    }

    private String one(String question, String number) {
        return portal.inWork(() ->
                portal.jdbc().sql(question).param(number).query(String.class).single());
    }
}
