package org.clientportal.itsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.itsm.StatusMeaning.SOLVED;

import java.util.List;
import org.clientportal.itsm.Entry.Kind;
import org.clientportal.itsm.Entry.Role;
import org.clientportal.itsm.ItsmRejected.Reason;
import org.clientportal.itsm.Person.PortalAccess;
import org.clientportal.itsm.PlatformAgent.Ability;
import org.junit.jupiter.api.Test;

/** What agents do is seen, but their internal notes. */
public interface ContractAgents extends ContractPlatform {

    @Test
    default void anAgentsReplyComesAsHtmlAndAsSupport() {
        var cursor = cursorNow();
        var ticketId = openTicket("Agent answers");
        agent().replies(ticketId, "<p>Proszę <b>uruchomić</b> ponownie &amp; napisać.</p>");

        var entry = awaitTicket(
                        cursor,
                        ticketId,
                        t -> t.entries().stream()
                                .anyMatch(e -> e.author().role() == Role.SUPPORT && e.kind() == Kind.REPLY))
                .entries()
                .stream()
                .filter(e -> e.author().role() == Role.SUPPORT && e.kind() == Kind.REPLY)
                .findFirst()
                .orElseThrow();

        assertThat(entry.html()).isTrue();
        assertThat(entry.text()).contains("<b>uruchomić</b>");
        assertThat(entry.ours()).isFalse();
        assertThat(entry.author().personId()).isNull();
        assertThat(entry.author().name()).isNotBlank();
    }

    @Test
    default void anAgentsPlainReplyStaysPlain() {
        assumeCan(Ability.PLAIN_REPLY);
        var cursor = cursorNow();
        var ticketId = openTicket("Agent answers plainly");
        agent().repliesPlain(ticketId, "if a < b && c > d\nthen <b>");

        var entry = awaitTicket(
                        cursor,
                        ticketId,
                        t -> t.entries().stream().anyMatch(e -> e.author().role() == Role.SUPPORT))
                .entries()
                .stream()
                .filter(e -> e.author().role() == Role.SUPPORT)
                .findFirst()
                .orElseThrow(); // a change of status by the platform's own rule may follow

        assertThat(entry.html()).isFalse();
        assertThat(entry.text()).isEqualTo("if a < b && c > d\nthen <b>");
    }

    @Test
    default void internalNotesNeverCross() {
        var cursor = cursorNow();
        var ticketId = openTicket("Secret");
        agent().notesInternally(ticketId, "SECRET-WORD");
        agent().replies(ticketId, "<p>after the note</p>");

        var seen = awaitTicket(
                cursor,
                ticketId,
                t -> t.entries().stream().anyMatch(e -> e.text().contains("after the note")));

        assertThat(seen.toString()).doesNotContain("SECRET-WORD");
        assertThat(fresh(ticketId).toString()).doesNotContain("SECRET-WORD");
    }

    @Test
    default void anAgentsStatusIsSeenWithItsMeaning() {
        var cursor = cursorNow();
        var ticketId = openTicket("Solved by support");
        agent().setsStatus(ticketId, SOLVED);

        var ticket = awaitTicket(cursor, ticketId, t -> meaning(t.statusId()) == SOLVED);

        assertThat(ticket.entries()).anySatisfy(e -> {
            assertThat(e.statusId()).isEqualTo(ticket.statusId());
            assertThat(e.author().role()).isNotEqualTo(Role.PERSON);
        });
    }

    @Test
    default void equalTimesKeepTheirOrder() {
        var cursor = cursorNow();
        var ticketId = openTicket("Equal times");
        for (int i = 0; i < 5; i++) {
            agent().replies(ticketId, "<p>turn " + i + "</p>");
        }

        var ticket = awaitTicket(
                cursor,
                ticketId,
                t -> t.entries().stream()
                                .filter(e -> e.text().contains("turn "))
                                .count()
                        == 5);

        assertThat(ticket.entries().stream()
                        .map(Entry::text)
                        .filter(text -> text.contains("turn "))
                        .map(text -> text.replaceAll("\\D", ""))
                        .toList())
                .containsExactly("0", "1", "2", "3", "4");
        assertThat(ticket.entries()).extracting(Entry::order).isSorted().doesNotHaveDuplicates();
    }

    @Test
    default void aMergedTicketAnswersWithItsTarget() {
        assumeCan(Ability.MERGE);
        var cursor = cursorNow();
        var source = openTicket("Merged");
        var target = openTicket("Target");
        agent().merges(source, target);

        awaitTicket(cursor, source, t -> target.equals(t.mergedInto()));
        assertThat(itsm().ticket(source))
                .hasValueSatisfying(t -> assertThat(t.id()).isEqualTo(target));
        var reply = cast().reply(cast().anna(), source, "To the old number");
        assertThat(itsm().deliver(reply).ticketId()).isEqualTo(target);
        awaitEntry(cursor, target, reply);
    }

    @Test
    default void aDeletedTicketIsSaidToBeGone() {
        assumeCan(Ability.DELETE);
        var cursor = cursorNow();
        var ticketId = openTicket("Deleted");
        agent().deletes(ticketId);

        awaitTicket(cursor, ticketId, Ticket::gone);
        assertThat(itsm().ticket(ticketId)).isEmpty();
        assertRejected(Reason.GONE, cast().reply(cast().anna(), ticketId, "Hello?"));
    }

    @Test
    default void portalAccessAndNewPasswordOfAPersonAreSeen() {
        assumeCan(Ability.PORTAL_ACCESS);
        var cursor = cursorNow();
        var id = cast().marek().personId();
        agent().setsPortalAccess(id, PortalAccess.OFF);
        awaitPerson(cursor, id, p -> p.portalAccess() == PortalAccess.OFF);
        agent().setsPortalAccess(id, PortalAccess.ON);
        var before = awaitPerson(cursor, id, p -> p.portalAccess() == PortalAccess.ON);

        agent().asksForNewPassword(id);

        var after = awaitPerson(
                cursor,
                id,
                p -> p.passwordAskedAt() != null && !p.passwordAskedAt().equals(before.passwordAskedAt()));
        assertThat(after.version()).isGreaterThan(before.version());
    }

    @Test
    default void groupsOfAPersonAreSeenAsTheyComeAndGo() {
        assumeCan(Ability.GROUPS);
        var cursor = cursorNow();
        var id = cast().marek().personId();
        agent().puts(id, "Managers of the contract");
        var before = awaitPerson(cursor, id, p -> p.groups().equals(List.of("Managers of the contract")));
        agent().takesOutOfGroups(id);
        var after = awaitPerson(cursor, id, p -> p.groups().isEmpty());
        assertThat(after.version()).isGreaterThan(before.version());
    }
}
