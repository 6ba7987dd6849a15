package org.clientportal.itsm.rt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientportal.itsm.Delivered;
import org.clientportal.itsm.ItsmRejected;
import org.clientportal.itsm.ItsmRejected.Reason;
import org.clientportal.itsm.Submission.NewParticipation;
import org.springframework.http.HttpMethod;

/**
 * Who is in copy of a ticket: RT's Cc. RT takes the whole list only, so it is read first and looked at afterwards; a change by an
 * agent in between those moments is what comes off worse. A request key is not kept: what was asked for is either so or not.
 */
class RtCopies {

    private final RtClient rt;
    private final RtPeople people;

    RtCopies(RtClient rt, RtPeople people) {
        this.rt = rt;
        this.people = people;
    }

    Delivered set(NewParticipation asked) {
        var ticket = present(asked.ticketId());
        if (isSo(ticket, asked)) {
            return delivered(ticket);
        }
        var login = people.user(asked.personId())
                .orElseThrow(() -> new ItsmRejected(Reason.GONE, "user " + asked.personId()))
                .text("Name");
        var all = new ArrayList<String>();
        for (var watcher : ticket.objects("Cc")) {
            if (watcher.text("type").equals("user") && !watcher.id().equalsIgnoreCase(login)) {
                all.add(watcher.id());
            }
        }
        if (asked.takesPart()) {
            all.add(login);
        }
        var answer = rt.write(HttpMethod.PUT, Map.of("Cc", List.copyOf(all)), "/ticket/{id}", ticket.id());
        var after = present(asked.ticketId());
        if (!isSo(after, asked)) {
            throw new ItsmRejected(Reason.INVALID, answer.words());
        }
        return delivered(after);
    }

    Optional<Delivered> find(NewParticipation asked) {
        return ticket(asked.ticketId()).filter(ticket -> isSo(ticket, asked)).map(RtCopies::delivered);
    }

    private boolean isSo(RtItem ticket, NewParticipation asked) {
        return people.user(asked.personId())
                        .map(user -> user.text("Name"))
                        .filter(login -> ticket.objects("Cc").stream()
                                .anyMatch(watcher -> watcher.id().equalsIgnoreCase(login)))
                        .isPresent()
                == asked.takesPart();
    }

    private RtItem present(String ticketId) {
        return ticket(ticketId).orElseThrow(() -> new ItsmRejected(Reason.GONE, "ticket " + ticketId));
    }

    private Optional<RtItem> ticket(String ticketId) {
        return ticketId.matches("\\d{1,15}")
                ? rt.get("/ticket/{id}", ticketId)
                        .filter(ticket -> !ticket.text("Status").equals("deleted"))
                : Optional.empty();
    }

    private static Delivered delivered(RtItem ticket) {
        return new Delivered(ticket.id(), ticket.id(), null);
    }
}
