package org.clientportal.portal.tickets;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.colleagues.Colleagues;
import org.clientportal.portal.conversation.Forms;
import org.clientportal.portal.tickets.TicketPeoplePages.How;
import org.clientportal.portal.web.Form.Problem;
import org.clientportal.portal.web.NotFound;
import org.springframework.stereotype.Component;

/** What a person does to who sees a ticket: judged, and then done once, in one transaction. */
@Component
class TicketPeopleForms {

    private static final int LONGEST_DAYS = 366;

    private final Tickets tickets;
    private final TicketPeople people;
    private final Colleagues colleagues;
    private final Forms forms;
    private final Clock clock;

    TicketPeopleForms(Tickets tickets, TicketPeople people, Colleagues colleagues, Forms forms, Clock clock) {
        this.tickets = tickets;
        this.people = people;
        this.colleagues = colleagues;
        this.forms = forms;
        this.clock = clock;
    }

    /** What came of adding somebody: problems, or what to say. */
    record Added(List<Problem> problems, How how) {}

    @PageTransaction
    Added add(Viewer viewer, String number, Map<String, String> typed, String formKey) {
        var ticket = own(viewer, number);
        var how = How.SHARED.key().equals(typed.get("how")) ? How.SHARED : How.COPY;
        var problems = new ArrayList<Problem>();
        var meant = colleagues.meant(typed.getOrDefault("who", "")).stream()
                .filter(colleague -> colleague.person() != viewer.person())
                .toList();
        if (typed.getOrDefault("who", "").isBlank()) {
            problems.add(Problem.of("who", "people.missing"));
        } else if (meant.isEmpty()) {
            problems.add(Problem.of("who", "people.unknown"));
        } else if (meant.size() > 1) {
            problems.add(Problem.of("who", "people.ambiguous"));
        }
        var until = day(typed.getOrDefault("until", ""));
        if (how == How.SHARED && until.filter(day -> isInReach(viewer, day)).isEmpty()) {
            problems.add(Problem.of("until", "people.until-wrong"));
        }
        if (problems.isEmpty() && forms.use(viewer.person(), formKey, ticket.url() + TicketPeoplePages.FORM)) {
            var done = how == How.COPY
                    ? people.comes(viewer, ticket, meant.getFirst())
                    : people.share(
                            viewer,
                            ticket,
                            meant.getFirst(),
                            until.orElseThrow()
                                    .plusDays(1)
                                    .atStartOfDay(viewer.zone())
                                    .toInstant());
            if (!done) {
                problems.add(Problem.of("who", "people.already"));
            }
        }
        return new Added(problems, how);
    }

    private boolean isInReach(Viewer viewer, LocalDate day) {
        var today = LocalDate.ofInstant(clock.instant(), viewer.zone());
        return !day.isBefore(today) && !day.isAfter(today.plusDays(LONGEST_DAYS));
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    /** Takes somebody out who is in copy, or with whom it was shared. */
    @PageTransaction
    void remove(Viewer viewer, String number, long person, String formKey) {
        var ticket = own(viewer, number);
        if (forms.use(viewer.person(), formKey, ticket.url() + TicketPeoplePages.FORM)) {
            people.of(ticket).stream()
                    .filter(somebody -> somebody.person() == person && person != viewer.person())
                    .forEach(somebody -> end(viewer, ticket, somebody));
        }
    }

    /** The viewer goes: out of copy, or from what was shared. */
    @PageTransaction
    void leave(Viewer viewer, String number, String formKey) {
        var ticket = tickets.visibleTo(viewer, number).orElseThrow(NotFound::new);
        if (forms.use(viewer.person(), formKey, "/tickets")) {
            people.of(ticket).stream()
                    .filter(somebody -> TicketPeoplePages.canLeave(somebody, viewer))
                    .forEach(somebody -> end(viewer, ticket, somebody));
        }
    }

    private void end(Viewer viewer, ListedTicket ticket, TicketPeople.Somebody somebody) {
        if (somebody.reason().equals("participant")) {
            people.leaves(viewer, ticket, somebody);
        } else if (somebody.reason().equals("shared")) {
            people.endShare(viewer, ticket, somebody);
        }
    }

    private ListedTicket own(Viewer viewer, String number) {
        return tickets.ownOf(viewer, number).orElseThrow(NotFound::new);
    }
}
