package org.clientportal.itsm;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as the platform has it, with its public entries. Internal notes never cross this port.
 *
 * @param id the platform's id, stable for ever
 * @param number what people call it; often equal to the id
 * @param statusId a status of the {@link Catalogue}
 * @param categoryId a category of the {@link Catalogue}, null when none
 * @param priorityId a priority of the {@link Catalogue}, null when none
 * @param requesterId the person it was opened for, null when the platform does not know them
 * @param participantIds further people who may see and answer it (in copy)
 * @param organisationId the organisation it belongs to, null when none
 * @param agentName who works on it, null when nobody
 * @param requestKey the key the portal sent when it made the ticket, null when it was made elsewhere
 * @param createdAt with the platform's precision, in UTC
 * @param changedAt last public change
 * @param mergedInto id of the ticket that took this one in, null when not merged
 * @param gone true when deleted; everything else may then be empty
 * @param version grows with every change of the ticket or its entries
 * @param entries all public entries, oldest first
 * @param links other tickets it has to do with
 * @param rating what the person said of the solution, null when nothing
 * @param target until when the platform means to act, null when nothing was agreed
 * @param waitingFor what it waits for, in a few words for the person; null when it waits for nothing or nobody says
 * @param approvals whoever was asked to agree, oldest first; empty on a platform without approvals
 * @param assetIds {@linkplain Asset assets} that it is about; empty on a platform without them
 */
public record Ticket(
        String id,
        String number,
        String subject,
        String statusId,
        @Nullable String categoryId,
        @Nullable String priorityId,
        @Nullable String requesterId,
        List<String> participantIds,
        @Nullable String organisationId,
        @Nullable String agentName,
        @Nullable String requestKey,
        Instant createdAt,
        Instant changedAt,
        @Nullable String mergedInto,
        boolean gone,
        long version,
        List<Entry> entries,
        List<TicketLink> links,
        @Nullable Rating rating,
        @Nullable Target target,
        @Nullable String waitingFor,
        List<Approval> approvals,
        List<String> assetIds) {

    public Ticket {
        participantIds = List.copyOf(participantIds);
        entries = List.copyOf(entries);
        // left out by bridges that have none
        approvals = approvals == null ? List.of() : List.copyOf(approvals);
        assetIds = assetIds == null ? List.of() : List.copyOf(assetIds);
        links = links == null ? List.of() : List.copyOf(links);
    }

    /** Of a platform that says no more than what was said. */
    public Ticket(
            String id,
            String number,
            String subject,
            String statusId,
            @Nullable String categoryId,
            @Nullable String priorityId,
            @Nullable String requesterId,
            List<String> participantIds,
            @Nullable String organisationId,
            @Nullable String agentName,
            @Nullable String requestKey,
            Instant createdAt,
            Instant changedAt,
            @Nullable String mergedInto,
            boolean gone,
            long version,
            List<Entry> entries) {
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
                version,
                entries,
                List.of(),
                null,
                null,
                null,
                List.of(),
                List.of());
    }
}
