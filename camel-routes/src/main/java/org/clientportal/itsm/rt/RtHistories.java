package org.clientportal.itsm.rt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.clientportal.itsm.rt.RtClient.Limit;

/** The visible transactions of things that are no tickets, and the version that follows from them. */
class RtHistories {

    private static final String HISTORY = "/transactions?fields=Type,ObjectId,Field,Created";
    private static final int COUNT_BITS = 20;

    private final RtClient rt;
    private final String objects;

    /** @param objects RT's name of what they are, such as {@code RT::Article} */
    RtHistories(RtClient rt, String objects) {
        this.rt = rt;
        this.objects = objects;
    }

    /**
     * By object. Two searches whose every row the account may see, so that no page of them can be empty before the end.
     */
    Map<String, List<RtItem>> of(List<RtItem> rows) {
        var all = new ArrayList<>(plain(rows.stream().map(RtItem::id).toList()));
        var fields = rows.stream()
                .flatMap(row -> row.objects("CustomFields").stream())
                .map(RtItem::id)
                .distinct()
                .toList();
        if (!fields.isEmpty()) {
            var changes = limits(rows.stream().map(RtItem::id).toList());
            changes.add(Limit.is("Type", "CustomField"));
            changes.add(Limit.in("Field", fields));
            all.addAll(rt.searchAll(HISTORY, changes));
        }
        return byObject(all);
    }

    /** Of what is not among the rows any more, as far as the account still sees it: what left tells so in them. */
    Map<String, List<RtItem>> ofAbsent(List<String> ids) {
        return ids.isEmpty() ? Map.of() : byObject(plain(ids));
    }

    private List<RtItem> plain(List<String> ids) {
        var plain = limits(ids);
        plain.add(new Limit("Type", "!=", "CustomField"));
        return rt.searchAll(HISTORY, plain);
    }

    private List<Limit> limits(List<String> ids) {
        return new ArrayList<>(List.of(Limit.is("ObjectType", objects), Limit.in("ObjectId", ids)));
    }

    private static Map<String, List<RtItem>> byObject(List<RtItem> transactions) {
        return transactions.stream().collect(Collectors.groupingBy(each -> each.text("ObjectId")));
    }

    /** As of tickets: the last transaction, and their number because one can appear late. */
    static long version(List<RtItem> history) {
        var last = history.stream().mapToLong(RtItem::idNumber).max().orElse(0);
        return (last << COUNT_BITS) + Math.min(history.size(), (1 << COUNT_BITS) - 1);
    }
}
