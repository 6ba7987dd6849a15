package org.clientportal.itsm.rt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientportal.itsm.Approval;
import org.clientportal.itsm.Ticket;
import org.clientportal.itsm.rt.RtParts.Said;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/**
 * Reads tickets with all their public entries, many with one set of requests. A merged ticket keeps its row and its
 * transactions in RT; they are read with the target.
 */
class RtTickets {

    private static final String FIELDS =
            "&fields=Subject,Status,Queue,Priority,Owner,Requestor,Cc,Created,EffectiveId,Due";
    private static final String INSIDE = "&fields[Queue]=id,Name&fields[Requestor]=id,Name,Organization&fields[Cc]=id"
            + "&fields[Owner]=Name,RealName";
    private static final int ROWS = 100;

    /** A version is the last transaction and, because one can appear late behind it, how many there are. */
    private static final int COUNT_BITS = 20;

    private final RtClient rt;
    private final RtSettings settings;
    private final RtPeople people;
    private final RtTransactions transactions;
    private final RtParts parts;
    private final RtApprovals approvals;

    RtTickets(RtClient rt, RtSettings settings, RtPeople people) {
        this.rt = rt;
        this.settings = settings;
        this.people = people;
        this.transactions = new RtTransactions(rt);
        this.parts = new RtParts(rt);
        this.approvals = new RtApprovals(people, transactions);
    }

    /** A ticket as it is now, its target when it was merged, empty when it is deleted or out of the account's sight. */
    Optional<Ticket> ticket(String id) {
        if (!id.matches("\\d{1,15}")) {
            return Optional.empty();
        }
        var read = read(Set.of(id), 0);
        return read.stream().filter(t -> !t.gone() && t.mergedInto() == null).findFirst();
    }

    /** Ids of the tickets behind one, in order. */
    List<String> idsAfter(String id, int count) {
        var query = "id > " + id + " AND EffectiveId > 0";
        return rt.page("/tickets?query={query}&orderby=id&per_page={count}", query, count).stream()
                .map(RtItem::id)
                .toList();
    }

    /**
     * These tickets, and the targets of those that were merged.
     *
     * @param seen a transaction that was seen of one of them, for the version of one that RT no longer shows
     */
    List<Ticket> read(Collection<String> ids, long seen) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var rows = rows(ids);
        var targets = rows.values().stream()
                .map(row -> row.text("EffectiveId"))
                .filter(target -> !rows.containsKey(target))
                .collect(Collectors.toSet());
        rows.putAll(rows(targets));
        var read = new ArrayList<Ticket>();
        var histories = transactions.of(rows);
        var said = parts.of(
                histories.values().stream().flatMap(List::stream).distinct().toList());
        var agents = SingletonSupplier.of(people::agents);
        var comments = SingletonSupplier.of(() -> ratingComments(histories));
        var asked = approvals.of(rows.values(), histories);
        for (var row : rows.values()) {
            var history = histories.getOrDefault(row.id(), List.of());
            if (isNoTicket(row)) {
                if (history.stream().anyMatch(t -> t.text("Field").equals("Queue"))) {
                    read.add(gone(row.id(), version(history))); // an agent moved it there: it was a ticket before
                }
                continue;
            }
            var key = requestKey(row, history, said);
            if (row.text("EffectiveId").equals(row.id())) {
                read.add(ticket(
                        row,
                        history,
                        new RtStory(settings, agents, row, said, transactions.idOf(RtFields.LAST_WORD), history),
                        new RtAround(transactions, row, history, comments),
                        key,
                        asked.getOrDefault(row.id(), List.of())));
            } else {
                read.add(merged(row, version(history), key));
            }
        }
        ids.stream()
                .filter(id -> !rows.containsKey(id))
                .map(id -> gone(id, (seen + 1) << COUNT_BITS))
                .forEach(read::add);
        return read;
    }

    /** The tickets and whatever was merged into them; RT leaves out what is deleted or not to be seen. */
    private Map<String, RtItem> rows(Collection<String> ids) {
        var rows = new LinkedHashMap<String, RtItem>();
        if (ids.isEmpty()) {
            return rows;
        }
        var any =
                ids.stream().map(id -> "id = " + id + " OR EffectiveId = " + id).collect(Collectors.joining(" OR "));
        var last = 0L;
        while (true) {
            var query = "(" + any + ") AND id > " + last;
            var page = rt.page(
                    "/tickets?query={query}&orderby=id&per_page=" + ROWS + FIELDS + approvals.fields() + INSIDE, query);
            if (page.isEmpty()) {
                return rows;
            }
            page.forEach(row -> rows.put(row.id(), row));
            last = page.getLast().idNumber();
        }
    }

    /** Whether RT has one of the portal's fields of tickets. */
    boolean has(String field) {
        return !transactions.idOf(field).isEmpty();
    }

    /** Nothing is written into an RT that cannot keep who wrote it. */
    void requireFields() {
        transactions.requireFields();
    }

    /** Of the submission that made it. */
    private @Nullable String requestKey(RtItem row, List<RtItem> history, Map<String, Said> said) {
        return history.stream()
                .filter(t ->
                        t.text("Type").equals("Create") && t.text("ObjectId").equals(row.id()))
                .filter(t -> t.object("Creator").text("Name").equalsIgnoreCase(settings.user()))
                .findFirst()
                .map(t -> said.getOrDefault(t.id(), Said.NOTHING))
                .map(words -> RtFields.carriedKey(words.headers()))
                .orElse(null);
    }

    private Ticket ticket(
            RtItem row,
            List<RtItem> history,
            RtStory story,
            RtAround around,
            @Nullable String requestKey,
            List<Approval> asked) {
        var requester =
                row.objects("Requestor").stream().filter(RtTickets::isUser).findFirst();
        return new Ticket(
                row.id(),
                row.id(),
                row.text("Subject"),
                story.statusId(),
                row.object("Queue").textOrNull("id"),
                priority(row.number("Priority")),
                requester.map(RtItem::id).orElse(null),
                row.objects("Cc").stream()
                        .filter(RtTickets::isUser)
                        .map(RtItem::id)
                        .toList(),
                requester.map(RtPeople::organisation).orElse(null),
                agent(row.object("Owner")),
                requestKey,
                row.time("Created"),
                story.changedAt(),
                null,
                false,
                version(history),
                story.entries(),
                around.links(),
                around.rating(),
                around.target(),
                around.waitingFor(),
                asked,
                around.assets());
    }

    /** RT cuts long values in its story, so comments are read from the tickets that have a rating. */
    private Map<String, String> ratingComments(Map<String, List<RtItem>> histories) {
        var field = transactions.idOf(RtFields.RATING_WORD);
        var rated = histories.entrySet().stream()
                .filter(history -> history.getValue().stream()
                        .anyMatch(t ->
                                t.text("Field").equals(field) && t.text("Type").equals("CustomField")))
                .map(history -> "id = " + history.getKey())
                .collect(Collectors.joining(" OR "));
        return rated.isEmpty()
                ? Map.of()
                : rt.page("/tickets?query={query}&per_page=" + ROWS + "&fields=CustomFields", rated).stream()
                        .collect(Collectors.toMap(
                                RtItem::id,
                                ticket -> ticket.customField(RtFields.RATING_COMMENT),
                                (one, other) -> one));
    }

    /** RT's numbers are free; a person sees the name of the nearest one below. */
    private @Nullable String priority(long number) {
        return settings.priorities().keySet().stream()
                .sorted()
                .filter(step -> step <= number)
                .reduce((lower, higher) -> higher)
                .map(String::valueOf)
                .orElse(null);
    }

    static boolean isUser(RtItem watcher) {
        return watcher.text("type").equals("user");
    }

    private static @Nullable String agent(RtItem owner) {
        if (owner.text("Name").equals("Nobody")) {
            return null;
        }
        var realName = owner.textOrNull("RealName");
        return realName != null ? realName : owner.textOrNull("Name");
    }

    private static long version(List<RtItem> history) {
        var last = history.stream().mapToLong(RtItem::idNumber).max().orElse(0);
        return (last << COUNT_BITS) + Math.min(history.size(), (1 << COUNT_BITS) - 1);
    }

    private static Ticket merged(RtItem row, long version, @Nullable String requestKey) {
        return withoutEntries(
                row.id(),
                row.text("Subject"),
                row.text("Status"),
                requestKey,
                row.time("Created"),
                row.text("EffectiveId"),
                version);
    }

    private static Ticket gone(String id, long version) {
        return withoutEntries(id, "", "", null, Instant.EPOCH, null, version);
    }

    /** What people say of articles is kept as tickets that are no tickets of the portal. */
    private boolean isNoTicket(RtItem row) {
        return settings.isNoTicketQueue(row.object("Queue").text("Name"));
    }

    private static Ticket withoutEntries(
            String id,
            String subject,
            String status,
            @Nullable String requestKey,
            Instant created,
            @Nullable String target,
            long version) {
        return new Ticket(
                id,
                id,
                subject,
                status,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                requestKey,
                created,
                created,
                target,
                target == null,
                version,
                List.of());
    }
}
