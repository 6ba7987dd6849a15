package org.clientportal.portal.tickets;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.tickets.TicketListPage.TabName;
import org.clientportal.portal.tickets.TicketQuery.Whose;
import org.clientportal.portal.web.Counted;
import org.clientportal.portal.web.Formats;
import org.clientportal.portal.web.WhenView;
import org.springframework.stereotype.Component;

/** What tickets offer to the page a person arrives on. */
@Component
public class TicketOverview {

    private static final int WAITING = 3;
    private static final int OPEN = 5;

    /** Of somebody without tickets. */
    public static final Card NONE = new Card(List.of(), Counted.NONE, List.of(), Counted.NONE);

    private final Tickets tickets;
    private final Approvals approvals;

    TicketOverview(Tickets tickets, Approvals approvals) {
        this.tickets = tickets;
        this.approvals = approvals;
    }

    /** What a person is asked for. */
    public enum Asked {
        APPROVE,
        ANSWER,
        CHECK
    }

    /** Something that does not go on without the person. */
    public record Waiting(Asked kind, String subject, String url, WhenView since) {}

    /** @param waiting at most three of {@code waitingCount}, {@code open} at most five of {@code openCount} */
    public record Card(List<Waiting> waiting, Counted waitingCount, List<TicketRow> open, Counted openCount) {}

    /** Empty for whoever does not have tickets. */
    @PageTransaction
    public Optional<Card> of(Viewer viewer, Formats formats) {
        return viewer.has(Feature.TICKETS) ? Optional.of(card(viewer, formats)) : Optional.empty();
    }

    private Card card(Viewer viewer, Formats formats) {
        var counts = tickets.counts(List.of(viewer.ownScope()));
        var asked =
                approvals.of(viewer).stream().filter(Approvals.Asked::isOpen).toList();
        var yours = counts.getOrDefault(TabName.YOURS, Counted.NONE);
        return new Card(
                Stream.concat(
                                asked.stream()
                                        .map(one -> new Waiting(
                                                Asked.APPROVE,
                                                one.subject(),
                                                "/tickets/" + one.number() + ApprovalPages.PAGE,
                                                formats.when(one.requestedAt()))),
                                page(viewer, TabName.YOURS, WAITING).stream()
                                        .map(ticket -> new Waiting(
                                                ticket.move() == Move.YOURS_CHECK ? Asked.CHECK : Asked.ANSWER,
                                                ticket.subject(),
                                                ticket.url(),
                                                formats.when(ticket.changedAt()))))
                        .limit(WAITING)
                        .toList(),
                new Counted(yours.number() + asked.size(), yours.more()),
                page(viewer, TabName.OPEN, OPEN).stream()
                        .map(ticket -> TicketPages.row(ticket, formats))
                        .toList(),
                counts.getOrDefault(TabName.OPEN, Counted.NONE));
    }

    private List<ListedTicket> page(Viewer viewer, TabName tab, int rows) {
        var query = new TicketQuery(Whose.OWN, tab, Optional.empty(), "", null, false);
        return tickets.page(viewer, query, Optional.empty(), rows).stream()
                .limit(rows)
                .toList();
    }
}
