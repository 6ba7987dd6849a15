package org.clientportal.itsm.rt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.clientportal.itsm.ItsmUnavailable;
import org.clientportal.itsm.rt.RtClient.Limit;
import org.jspecify.annotations.Nullable;

/** What happened in tickets: everything public, and the last words of people. */
class RtTransactions {

    private static final String TRANSACTIONS = "/transactions?fields=Type,ObjectId,Field,OldValue,NewValue,Created,"
            + "Creator&fields[Creator]=id,Name,RealName";
    private final RtClient rt;
    private volatile @Nullable String lastWordField;

    RtTransactions(RtClient rt) {
        this.rt = rt;
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
        var words = new ArrayList<>(these);
        words.add(Limit.is("Type", "CustomField"));
        words.add(Limit.is("Field", lastWordField()));
        var histories = new HashMap<String, List<RtItem>>();
        var all = new ArrayList<>(rt.searchAll(TRANSACTIONS, said));
        all.addAll(rt.searchAll(TRANSACTIONS, words));
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

    void requireFields() {
        lastWordField();
    }

    private String lastWordField() {
        var known = lastWordField;
        if (known == null) {
            known = rt
                    .search(
                            "/customfields?fields=Name,LookupType",
                            List.of(
                                    Limit.is("Name", RtFields.LAST_WORD),
                                    Limit.is("LookupType", "RT::Queue-RT::Ticket")))
                    .stream()
                    .findFirst()
                    .map(RtItem::id)
                    .orElseThrow(() -> new ItsmUnavailable("RT lacks the portal's fields; load the pack", true));
            lastWordField = known;
        }
        return known;
    }
}
