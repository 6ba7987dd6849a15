package org.clientportal.demo.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clientportal.itsm.Approval;
import org.clientportal.itsm.Entry;
import org.clientportal.itsm.Ticket;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as the desk keeps it.
 *
 * @param locked takes no further answer
 * @param entries oldest first, internal notes among them
 * @param approvals who was asked to agree, oldest first
 * @param fields what stands in further fields, by their id
 * @param margin what is noted beside it
 */
record DeskTicket(
        String id,
        String number,
        String subject,
        String statusId,
        String categoryId,
        String priorityId,
        String requesterId,
        List<String> participantIds,
        @Nullable String organisationId,
        @Nullable String agentName,
        @Nullable String requestKey,
        Instant createdAt,
        Instant changedAt,
        @Nullable String mergedInto,
        boolean gone,
        boolean locked,
        long version,
        List<DeskEntry> entries,
        Map<String, List<String>> fields,
        DeskMargin margin,
        List<Approval> approvals) {

    DeskTicket {
        participantIds = List.copyOf(participantIds);
        entries = List.copyOf(entries);
        // journals that are older than the fields have none
        fields = fields == null ? Map.of() : Map.copyOf(fields);
        margin = margin == null ? DeskMargin.EMPTY : margin;
        approvals = approvals == null ? List.of() : List.copyOf(approvals);
    }

    DeskTicket(
            String id,
            String number,
            String subject,
            String statusId,
            String categoryId,
            String priorityId,
            String requesterId,
            List<String> participantIds,
            @Nullable String organisationId,
            @Nullable String agentName,
            @Nullable String requestKey,
            Instant createdAt,
            Instant changedAt,
            @Nullable String mergedInto,
            boolean gone,
            boolean locked,
            long version,
            List<DeskEntry> entries) {
        this(
                id,
                number,
                subject,
                statusId,
                categoryId,
                priorityId,
                requesterId,
                participantIds,
                organisationId,
                agentName,
                requestKey,
                createdAt,
                changedAt,
                mergedInto,
                gone,
                locked,
                version,
                entries,
                Map.of(),
                DeskMargin.EMPTY,
                List.of());
    }

    /** What the contract may show: public entries only, nothing of a deleted one. */
    Ticket published() {
        List<Entry> visible = gone
                ? List.of()
                : entries.stream()
                        .filter(entry -> !entry.internal())
                        .map(entry -> entry.published(id))
                        .toList();
        return new Ticket(
                id,
                number,
                gone ? "" : subject,
                statusId,
                categoryId,
                priorityId,
                requesterId,
                participantIds,
                organisationId,
                agentName,
                requestKey,
                createdAt,
                changedAt,
                mergedInto,
                gone,
                version,
                visible,
                gone ? List.of() : margin.links(),
                gone ? null : margin.rating(),
                gone ? null : margin.target(),
                gone ? null : margin.waitingFor(),
                gone ? List.of() : approvals,
                gone ? List.of() : margin.assetIds());
    }

    long nextOrder() {
        return entries.isEmpty() ? 1 : entries.getLast().order() + 1;
    }

    /** The latest entry that the person can see. */
    DeskEntry lastPublic() {
        return entries.reversed().stream()
                .filter(entry -> !entry.internal())
                .findFirst()
                .orElseThrow();
    }

    /** With a further entry; its status, if any, becomes the ticket's. */
    DeskTicket with(DeskEntry entry) {
        var more = new ArrayList<>(entries);
        more.add(entry);
        return change().entries(more)
                .status(entry.statusId() != null ? entry.statusId() : statusId)
                .changedAt(entry.internal() ? changedAt : entry.at())
                .made();
    }

    Draft change() {
        return new Draft(this);
    }

    /** The few fields of a ticket that change. */
    static final class Draft {

        private final DeskTicket old;
        private String statusId;
        private List<String> participantIds;
        private @Nullable String agentName;
        private Instant changedAt;
        private @Nullable String mergedInto;
        private boolean gone;
        private boolean locked;
        private long version;
        private List<DeskEntry> entries;
        private DeskMargin margin;
        private List<Approval> approvals;

        private Draft(DeskTicket old) {
            this.old = old;
            this.statusId = old.statusId;
            this.participantIds = old.participantIds;
            this.agentName = old.agentName;
            this.changedAt = old.changedAt;
            this.mergedInto = old.mergedInto;
            this.gone = old.gone;
            this.locked = old.locked;
            this.version = old.version;
            this.entries = old.entries;
            this.margin = old.margin;
            this.approvals = old.approvals;
        }

        Draft status(String id) {
            statusId = id;
            return this;
        }

        Draft agent(@Nullable String name) {
            agentName = name;
            return this;
        }

        Draft participants(List<String> all) {
            participantIds = all;
            return this;
        }

        Draft changedAt(Instant at) {
            changedAt = at;
            return this;
        }

        Draft mergedInto(String id) {
            mergedInto = id;
            return this;
        }

        Draft gone() {
            gone = true;
            return this;
        }

        Draft locked(boolean yes) {
            locked = yes;
            return this;
        }

        Draft version(long number) {
            version = number;
            return this;
        }

        Draft entries(List<DeskEntry> all) {
            entries = all;
            return this;
        }

        Draft margin(DeskMargin now) {
            margin = now;
            return this;
        }

        Draft approvals(List<Approval> all) {
            approvals = all;
            return this;
        }

        DeskTicket made() {
            return new DeskTicket(
                    old.id,
                    old.number,
                    old.subject,
                    statusId,
                    old.categoryId,
                    old.priorityId,
                    old.requesterId,
                    participantIds,
                    old.organisationId,
                    agentName,
                    old.requestKey,
                    old.createdAt,
                    changedAt,
                    mergedInto,
                    gone,
                    locked,
                    version,
                    entries,
                    old.fields,
                    margin,
                    approvals);
        }
    }
}
