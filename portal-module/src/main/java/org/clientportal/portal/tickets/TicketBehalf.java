package org.clientportal.portal.tickets;

import java.util.Map;
import java.util.Optional;
import org.clientportal.portal.access.CurrentViewer;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.audit.Audit;
import org.clientportal.portal.audit.Deed;
import org.clientportal.portal.colleagues.Colleagues;
import org.clientportal.portal.colleagues.Colleagues.Colleague;
import org.clientportal.portal.conversation.Draft;
import org.clientportal.portal.web.Form.Problem;
import org.clientportal.portal.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who writes for somebody else: a new ticket for a colleague, where that is granted, or an answer for somebody who is away. */
@Component
public class TicketBehalf {

    /** The field of a form that names the colleague; empty for oneself. */
    static final String FIELD = "colleague";

    private final Colleagues colleagues;
    private final JdbcClient jdbc;
    private final Audit audit;

    TicketBehalf(Colleagues colleagues, JdbcClient jdbc, Audit audit) {
        this.colleagues = colleagues;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** What is wrong with whom a new ticket is for. The answer is the same for whoever is not there and for strangers. */
    @PageTransaction
    public Optional<Problem> problem(Draft draft) {
        var typed = typed(CurrentViewer.get().orElseThrow(), draft);
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        return switch (colleagues.meant(typed).size()) {
            case 0 -> Optional.of(Problem.of(FIELD, "people.unknown"));
            case 1 -> Optional.empty();
            default -> Optional.of(Problem.of(FIELD, "people.ambiguous"));
        };
    }

    private static String typed(Viewer viewer, Draft draft) {
        return viewer.has(Feature.ON_BEHALF) ? draft.value(FIELD).strip() : "";
    }

    /** For whom a new ticket is; empty for the viewer. Within the caller's page transaction. */
    Optional<Colleague> colleague(Viewer viewer, Draft draft) {
        var typed = typed(viewer, draft);
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        var meant = colleagues.meant(typed);
        if (meant.size() != 1) {
            throw new NotFound();
        }
        return Optional.of(meant.getFirst()).filter(colleague -> colleague.person() != viewer.person());
    }

    /** A ticket just written becomes the colleague's; the viewer stays in copy. Within the caller's page transaction. */
    void give(Viewer viewer, TicketWriting.Written written, Colleague colleague) {
        var given = jdbc.sql("select ticket_given_to(?, ?, ?)")
                .params(written.ticket(), colleague.person(), colleagues.ofWholeFirm())
                .query(Boolean.class)
                .single();
        if (!given) {
            throw new NotFound();
        }
        note(viewer, "ticket.opened-for", written.number(), colleague.name());
    }

    /** The viewer as the writer in a ticket, for whomever that is. Within the caller's page transaction. */
    TicketWriting.Writer writer(Viewer viewer, ListedTicket ticket) {
        var absent = ticket.standsFor();
        if (absent != null) {
            note(viewer, "ticket.answered-for", ticket.number(), absent);
        }
        return TicketSending.writer(viewer, absent);
    }

    private void note(Viewer viewer, String act, String number, String whom) {
        audit.note(new Deed(
                Deed.Actor.person(viewer.email()),
                act,
                new Deed.Subject("ticket", number, number),
                Map.of(),
                Map.of("by", viewer.name(), "for", whom)));
    }
}
