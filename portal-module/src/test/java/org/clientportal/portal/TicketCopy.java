package org.clientportal.portal;

import java.time.Instant;
import java.util.List;
import org.clientportal.itsm.Approval;
import org.clientportal.itsm.Entry;
import org.clientportal.itsm.Rating;
import org.clientportal.itsm.Target;
import org.clientportal.itsm.Ticket;
import org.clientportal.itsm.TicketLink;
import org.jspecify.annotations.Nullable;

/** A ticket as another was, but for what a test says otherwise. */
public final class TicketCopy {

    private final Ticket of;
    private @Nullable String category;
    private List<String> participants;
    private Instant createdAt;
    private List<Entry> entries;
    private List<TicketLink> links;
    private @Nullable Rating rating;
    private @Nullable Target target;
    private @Nullable String waitingFor;
    private List<Approval> approvals;
    private List<String> assets;

    private TicketCopy(Ticket of) {
        this.of = of;
        category = of.categoryId();
        participants = of.participantIds();
        createdAt = of.createdAt();
        entries = of.entries();
        links = of.links();
        rating = of.rating();
        target = of.target();
        waitingFor = of.waitingFor();
        approvals = of.approvals();
        assets = of.assetIds();
    }

    public static TicketCopy of(Ticket ticket) {
        return new TicketCopy(ticket);
    }

    public TicketCopy in(@Nullable String itsCategory) {
        category = itsCategory;
        return this;
    }

    public TicketCopy with(List<String> inCopy) {
        participants = inCopy;
        return this;
    }

    public TicketCopy since(Instant created, List<Entry> said) {
        createdAt = created;
        entries = said;
        return this;
    }

    public TicketCopy rated(Rating how) {
        rating = how;
        return this;
    }

    public TicketCopy among(List<TicketLink> others, @Nullable Target promised, @Nullable String waits) {
        links = others;
        target = promised;
        waitingFor = waits;
        return this;
    }

    public TicketCopy asking(Approval... asked) {
        approvals = List.of(asked);
        return this;
    }

    public TicketCopy about(String... assetIds) {
        assets = List.of(assetIds);
        return this;
    }

    public Ticket ticket() {
        return new Ticket(
                of.id(),
                of.number(),
                of.subject(),
                of.statusId(),
                category,
                of.priorityId(),
                of.requesterId(),
                participants,
                of.organisationId(),
                of.agentName(),
                of.requestKey(),
                createdAt,
                of.changedAt(),
                of.mergedInto(),
                of.gone(),
                of.version(),
                entries,
                links,
                rating,
                target,
                waitingFor,
                approvals,
                assets);
    }
}
