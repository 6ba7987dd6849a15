package org.clientportal.demo.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.clientportal.demo.desk.Register.Step;
import org.clientportal.itsm.Entry.Author;
import org.clientportal.itsm.Entry.FileRef;
import org.clientportal.itsm.Entry.Kind;
import org.clientportal.itsm.Entry.Role;
import org.clientportal.itsm.Organisation;
import org.clientportal.itsm.Person;
import org.clientportal.itsm.Person.PortalAccess;
import org.clientportal.itsm.TicketLink;
import org.jspecify.annotations.Nullable;

/** What agents do, by hand, by a test or automatically. */
final class Agents {

    private final Register register;

    Agents(Register register) {
        this.register = register;
    }

    /**
     * What an agent says in a ticket.
     *
     * @param agent name of the agent
     * @param internal a note for agents only
     * @param statusId the status it changes to, null for none
     */
    record Words(
            String agent,
            String text,
            boolean html,
            boolean internal,
            @Nullable String statusId,
            List<FileRef> files) {

        static Words reply(String agent, String text, boolean html, @Nullable String statusId) {
            return new Words(agent, text, html, false, statusId, List.of());
        }
    }

    DeskTicket say(String ticketId, Words words) {
        return changeTicket(ticketId, (step, ticket) -> ticket.with(entry(step, ticket, Kind.REPLY, words)));
    }

    /** A bare change of status; none when it has it. */
    DeskTicket setStatus(String ticketId, String agent, String statusId) {
        if (DeskCatalogue.status(statusId).isEmpty()) {
            throw new IllegalArgumentException("no status " + statusId);
        }
        return changeTicket(
                ticketId,
                (step, ticket) -> ticket.statusId().equals(statusId)
                        ? ticket
                        : ticket.with(entry(
                                step,
                                ticket,
                                Kind.STATUS_CHANGE,
                                new Words(agent, "", false, false, statusId, List.of()))));
    }

    DeskTicket assign(String ticketId, @Nullable String agent) {
        return changeTicket(
                ticketId,
                (step, ticket) ->
                        ticket.change().agent(agent).changedAt(step.now()).made());
    }

    DeskTicket lock(String ticketId, boolean locked) {
        return changeTicket(
                ticketId, (step, ticket) -> ticket.change().locked(locked).made());
    }

    DeskTicket delete(String ticketId) {
        return changeTicket(
                ticketId,
                (step, ticket) -> ticket.change().gone().changedAt(step.now()).made());
    }

    /** Notes something beside a ticket. */
    DeskTicket note(String ticketId, UnaryOperator<DeskMargin> change) {
        return changeTicket(
                ticketId,
                (step, ticket) ->
                        ticket.change().margin(change.apply(ticket.margin())).made());
    }

    /** Both know of each other. */
    void link(String ticketId, String otherId, TicketLink.Kind kind) {
        register.act(step -> {
            var one = existing(step, ticketId);
            var other = existing(step, otherId);
            step.save(one.change()
                    .margin(one.margin().linked(new TicketLink(otherId, kind)))
                    .made());
            step.save(other.change()
                    .margin(other.margin().linked(new TicketLink(ticketId, seenFromThere(kind))))
                    .made());
            return step;
        });
    }

    private static TicketLink.Kind seenFromThere(TicketLink.Kind kind) {
        return switch (kind) {
            case RELATED -> TicketLink.Kind.RELATED;
            case PARENT -> TicketLink.Kind.CHILD;
            case CHILD -> TicketLink.Kind.PARENT;
            case WAITS_FOR -> TicketLink.Kind.NEEDED_BY;
            case NEEDED_BY -> TicketLink.Kind.WAITS_FOR;
        };
    }

    /** The target takes the source in; the source's entries stay where they are. */
    void merge(String sourceId, String targetId) {
        register.act(step -> {
            var source = existing(step, sourceId);
            var target = existing(step, targetId);
            if (source.id().equals(target.id())) {
                throw new IllegalArgumentException("a ticket cannot be merged into itself");
            }
            step.save(source.change()
                    .mergedInto(target.id())
                    .status(DeskCatalogue.CLOSED)
                    .changedAt(step.now())
                    .made());
            return step;
        });
    }

    /** Opens a ticket for somebody, as after a telephone call. */
    DeskTicket open(String requesterId, String subject, String text, String categoryId, List<String> participantIds) {
        return register.act(step -> {
            var requester = step.person(requesterId).orElseThrow();
            var number = Long.toString(step.newNumber());
            var now = step.now();
            var ticket = new DeskTicket(
                    "t" + number,
                    number,
                    subject,
                    DeskCatalogue.NEW,
                    categoryId,
                    DeskCatalogue.NORMAL,
                    requesterId,
                    participantIds,
                    requester.organisationId(),
                    null,
                    null,
                    now,
                    now,
                    null,
                    false,
                    false,
                    0,
                    List.of(new DeskEntry(
                            1,
                            Kind.DESCRIPTION,
                            false,
                            new Author(requesterId, requester.name(), Role.PERSON),
                            now,
                            text,
                            false,
                            null,
                            null,
                            null,
                            true,
                            List.of())));
            step.save(ticket);
            return ticket;
        });
    }

    void addOrganisation(Organisation organisation) {
        register.act(step -> {
            step.save(organisation);
            return organisation;
        });
    }

    void addPerson(Person person) {
        register.act(step -> {
            if (step.person(person.id()).isPresent()) {
                throw new IllegalArgumentException("person " + person.id() + " exists");
            }
            step.save(person);
            return person;
        });
    }

    void setPortalAccess(String personId, PortalAccess access) {
        changePerson(personId, p -> copy(p, p.addresses(), access, p.passwordAskedAt(), p.active()));
    }

    /** Each time later than the last, even within one second. */
    void askForNewPassword(String personId) {
        register.act(step -> {
            var p = step.person(personId).orElseThrow();
            Instant at = step.now();
            if (p.passwordAskedAt() != null && !at.isAfter(p.passwordAskedAt())) {
                at = p.passwordAskedAt().plus(Duration.ofSeconds(1));
            }
            step.save(copy(p, p.addresses(), p.portalAccess(), at, p.active()));
            return p;
        });
    }

    void setAddresses(String personId, List<String> addresses) {
        changePerson(personId, p -> copy(p, addresses, p.portalAccess(), p.passwordAskedAt(), p.active()));
    }

    void setGroups(String personId, List<String> groups) {
        changePerson(
                personId,
                p -> new Person(
                        p.id(),
                        p.kind(),
                        p.name(),
                        p.addresses(),
                        p.organisationId(),
                        p.portalAccess(),
                        p.passwordAskedAt(),
                        p.language(),
                        p.timeZone(),
                        p.active(),
                        p.version(),
                        groups));
    }

    void setActive(String personId, boolean active) {
        changePerson(personId, p -> copy(p, p.addresses(), p.portalAccess(), p.passwordAskedAt(), active));
    }

    private void changePerson(String personId, UnaryOperator<Person> change) {
        register.act(step -> {
            var person = change.apply(step.person(personId).orElseThrow());
            step.save(person);
            return person;
        });
    }

    private static Person copy(
            Person p, List<String> addresses, PortalAccess access, @Nullable Instant asked, boolean active) {
        return new Person(
                p.id(),
                p.kind(),
                p.name(),
                List.copyOf(addresses),
                p.organisationId(),
                access,
                asked,
                p.language(),
                p.timeZone(),
                active,
                p.version(),
                p.groups());
    }

    private interface TicketChange {
        DeskTicket of(Step step, DeskTicket ticket);
    }

    private DeskTicket changeTicket(String ticketId, TicketChange change) {
        return register.act(step -> {
            var old = existing(step, ticketId);
            var now = change.of(step, old);
            if (!now.equals(old)) {
                step.save(now);
            }
            return now;
        });
    }

    private static DeskTicket existing(Step step, String ticketId) {
        return step.ticket(ticketId)
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "ticket " + ticketId + " does not exist"));
    }

    private static DeskEntry entry(Step step, DeskTicket ticket, Kind kind, Words words) {
        return new DeskEntry(
                ticket.nextOrder(),
                kind,
                words.internal(),
                new Author(null, words.agent(), Role.SUPPORT),
                step.now(),
                words.text(),
                words.html(),
                ticket.statusId().equals(words.statusId()) ? null : words.statusId(),
                null,
                null,
                true,
                words.files());
    }
}
