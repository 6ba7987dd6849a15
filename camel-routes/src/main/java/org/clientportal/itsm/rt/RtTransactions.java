package org.clientportal.itsm.rt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.clientportal.itsm.ItsmUnavailable;
import org.clientportal.itsm.rt.RtClient.Limit;

/** What happened in tickets: everything public, and the last words of people. */
class RtTransactions {

    private static final String TRANSACTIONS = "/transactions?fields=Type,ObjectId,Field,OldValue,NewValue,Created,"
            + "Creator&fields[Creator]=id,Name,RealName";
    private final RtClient rt;
    private final Words words;

    RtTransactions(RtClient rt) {
        this.rt = rt;
        this.words = new Words(rt);
    }

    /** Visible transactions by ticket; a target has those of what was merged into it as well. */
    Map<String, List<RtItem>> of(Map<String, RtItem> rows) {
        var objects = List.copyOf(rows.keySet());
        if (objects.isEmpty()) {
            return Map.of();
        }
        // Two searches whose every row the account may see, so that no page of them can be empty before the end.
        var these = List.of(Limit.is("ObjectType", "RT::Ticket"), Limit.in("ObjectId", objects));
        var said = new ArrayList<>(these);
        said.add(new Limit("Type", "NOT IN", List.of("Comment", "CommentEmailRecord", "EmailRecord", "CustomField")));
        var written = new ArrayList<>(these);
        written.add(Limit.is("Type", "CustomField"));
        written.add(Limit.in("Field", words.ids()));
        var histories = new HashMap<String, List<RtItem>>();
        var all = new ArrayList<>(rt.searchAll(TRANSACTIONS, said));
        all.addAll(rt.searchAll(TRANSACTIONS, written));
        all.sort((one, other) -> Long.compare(one.idNumber(), other.idNumber()));
        for (var transaction : all) {
            var object = transaction.text("ObjectId");
            var row = rows.get(object);
            if (row != null) {
                for (var owner : new TreeSet<>(List.of(object, row.text("EffectiveId")))) {
                    histories.computeIfAbsent(owner, id -> new ArrayList<>()).add(transaction);
                }
            }
        }
        return histories;
    }

    /** Whether RT has the fields in which approvals stand; one whose pack is older asks nobody. */
    boolean hasApprovals() {
        return RtFields.APPROVAL.stream().noneMatch(field -> idOf(field).isEmpty());
    }

    void requireFields() {
        words.require(RtFields.LAST_WORD);
    }

    /** The id of one of the portal's fields of tickets whose changes are part of a ticket's story; empty when RT lacks it. */
    String idOf(String field) {
        return words.idOf(field);
    }

    /** The ids of the fields whose changes tell something. An older pack may lack all but the first. */
    private static final class Words {

        private static final Duration ASK_AGAIN = Duration.ofMinutes(1);

        private final RtClient rt;
        private volatile Map<String, String> known = Map.of();
        private volatile long asked;

        private Words(RtClient rt) {
            this.rt = rt;
        }

        List<String> ids() {
            require(RtFields.LAST_WORD);
            return known.values().stream().sorted().toList();
        }

        String idOf(String field) {
            return known().getOrDefault(field, "");
        }

        void require(String field) {
            if (!known().containsKey(field)) {
                throw new ItsmUnavailable("RT lacks the portal's fields; load the pack", true);
            }
        }

        private Map<String, String> known() {
            var now = known;
            var stale = System.nanoTime() - asked > ASK_AGAIN.toNanos();
            if (!now.containsKey(RtFields.LAST_WORD) || now.size() < RtFields.TOLD.size() && stale) {
                now = rt
                        .search(
                                "/customfields?fields=Name,LookupType",
                                List.of(
                                        Limit.in("Name", RtFields.TOLD),
                                        Limit.is("LookupType", "RT::Queue-RT::Ticket")))
                        .stream()
                        .collect(Collectors.toMap(
                                field -> field.text("Name"), RtItem::id, (one, other) -> one, TreeMap::new));
                known = now;
                asked = System.nanoTime();
            }
            return now;
        }
    }
}
