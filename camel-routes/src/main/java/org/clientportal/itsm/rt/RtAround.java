package org.clientportal.itsm.rt;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.clientportal.itsm.Rating;
import org.clientportal.itsm.Target;
import org.clientportal.itsm.TicketLink;
import org.clientportal.itsm.TicketLink.Kind;
import org.clientportal.itsm.rt.RtFields.RatingWord;
import org.jspecify.annotations.Nullable;

/** What stands around the conversation of one ticket, told by its transactions: links, the rating, what it waits for. */
class RtAround {

    private static final Pattern OTHER = Pattern.compile("/ticket/(\\d{1,15})$");
    private static final Pattern ASSET = Pattern.compile("^asset://[^/]*/(\\d{1,15})$");

    /** RT's names of links, as its transactions have them. */
    private static final Map<String, Kind> KINDS = Map.of(
            "RefersTo", Kind.RELATED,
            "ReferredToBy", Kind.RELATED,
            "MemberOf", Kind.PARENT,
            "HasMember", Kind.CHILD,
            "DependsOn", Kind.WAITS_FOR,
            "DependedOnBy", Kind.NEEDED_BY);

    private final RtItem ticket;
    private final Supplier<Map<String, String>> comments;
    private final String ratingField;
    private final String waitingField;
    private final Set<TicketLink> links = new LinkedHashSet<>();
    private final Set<String> assets = new LinkedHashSet<>();
    private @Nullable Rating rating;
    private @Nullable String waitingFor;

    /** @param comments of ratings, by ticket; asked only when there is one */
    RtAround(RtTransactions fields, RtItem ticket, List<RtItem> history, Supplier<Map<String, String>> comments) {
        this.ticket = ticket;
        this.comments = comments;
        this.ratingField = fields.idOf(RtFields.RATING_WORD);
        this.waitingField = fields.idOf(RtFields.WAITING_FOR);
        history.stream()
                .filter(each -> each.text("ObjectId").equals(ticket.id()))
                .forEach(this::tell);
    }

    List<TicketLink> links() {
        return List.copyOf(links);
    }

    List<String> assets() {
        return List.copyOf(assets);
    }

    @Nullable
    Rating rating() {
        return rating;
    }

    @Nullable
    String waitingFor() {
        return waitingFor;
    }

    /** RT's due date is until when it means to solve; it knows none for a first answer. */
    @Nullable
    Target target() {
        var due = ticket.time("Due");
        return due.equals(Instant.EPOCH) ? null : new Target(null, due);
    }

    private void tell(RtItem transaction) {
        switch (transaction.text("Type")) {
            case "AddLink" -> link(transaction, transaction.text("NewValue"), true);
            case "DeleteLink" -> link(transaction, transaction.text("OldValue"), false);
            case "CustomField" -> field(transaction);
            default -> {} // told elsewhere
        }
    }

    private void link(RtItem transaction, String address, boolean added) {
        var asset = ASSET.matcher(address);
        if (asset.find()) {
            if (added) {
                assets.add(asset.group(1));
            } else {
                assets.remove(asset.group(1));
            }
            return;
        }
        var kind = KINDS.get(transaction.text("Field"));
        var other = OTHER.matcher(address);
        if (kind != null && other.find()) {
            var link = new TicketLink(other.group(1), kind);
            if (added) {
                links.add(link);
            } else {
                links.remove(link);
            }
        }
    }

    private void field(RtItem transaction) {
        var field = transaction.text("Field");
        var value = transaction.text("NewValue");
        if (field.equals(waitingField)) {
            waitingFor = value.isBlank() ? null : value;
        } else if (field.equals(ratingField)) {
            var word = RatingWord.parse(value);
            rating = word == null
                    ? null
                    : new Rating(
                            word.score(),
                            comments.get().getOrDefault(ticket.id(), ""),
                            word.personId().isEmpty() ? null : word.personId(),
                            transaction.time("Created"),
                            word.key());
        }
    }
}
