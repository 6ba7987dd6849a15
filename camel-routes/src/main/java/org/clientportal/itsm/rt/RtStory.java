package org.clientportal.itsm.rt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.clientportal.itsm.Entry;
import org.clientportal.itsm.Entry.Author;
import org.clientportal.itsm.Entry.Kind;
import org.clientportal.itsm.Entry.Role;
import org.clientportal.itsm.StatusMeaning;
import org.clientportal.itsm.Submission.Wish;
import org.clientportal.itsm.rt.RtFields.Word;
import org.clientportal.itsm.rt.RtParts.Said;
import org.jspecify.annotations.Nullable;

/**
 * Tells the transactions of one ticket as entries: gives what the portal's account wrote back to the people it wrote for,
 * and knows whether a resolved ticket was confirmed.
 */
class RtStory {

    /** Behind the id of a solved status when the person has said "it works". RT knows no such status. */
    static final String CONFIRMED = "+confirmed";

    private final RtSettings settings;
    private final Supplier<Set<String>> agents;
    private final RtItem ticket;
    private final Map<String, Said> said;
    private final String lastWord;
    private final List<Entry> entries = new ArrayList<>();
    private String status;
    private boolean confirmed;
    private @Nullable Word pending;

    RtStory(
            RtSettings settings,
            Supplier<Set<String>> agents,
            RtItem ticket,
            Map<String, Said> said,
            String lastWord,
            List<RtItem> history) {
        this.settings = settings;
        this.agents = agents;
        this.ticket = ticket;
        this.said = said;
        this.lastWord = lastWord;
        this.status = history.stream()
                .filter(this::isStatusOfThisTicket)
                .findFirst()
                .map(first -> first.text("OldValue"))
                .orElse(ticket.text("Status"));
        history.forEach(this::tell);
    }

    List<Entry> entries() {
        return entries;
    }

    String statusId() {
        return confirmed && settings.meaning(status) == StatusMeaning.SOLVED ? status + CONFIRMED : status;
    }

    Instant changedAt() {
        return entries.isEmpty() ? ticket.time("Created") : entries.getLast().at();
    }

    private void tell(RtItem transaction) {
        switch (transaction.text("Type")) {
            case "Create" -> spoken(transaction, isOfThisTicket(transaction) ? Kind.DESCRIPTION : Kind.REPLY);
            case "Correspond" -> spoken(transaction, Kind.REPLY);
            case "CustomField" -> word(transaction);
            case "Status" -> status(transaction);
            default -> {} // moved, taken, linked: the ticket's own fields say it
        }
    }

    private void spoken(RtItem transaction, Kind kind) {
        var words = said.getOrDefault(transaction.id(), Said.NOTHING);
        var ours = isOurs(transaction);
        var carried = ours ? RtFields.carriedAuthor(words.headers()) : null;
        var text = ours && words.text().endsWith("\n")
                ? words.text().substring(0, words.text().length() - 1)
                : words.text();
        add(
                transaction,
                kind,
                carried != null ? carried : author(transaction),
                text,
                words.html(),
                null,
                ours ? RtFields.carriedKey(words.headers()) : null,
                words.files());
    }

    /** What the person wishes counts as said when the status is as wished, at once or by the account's next change. */
    private void word(RtItem transaction) {
        if (!transaction.text("Field").equals(lastWord) || !isOfThisTicket(transaction) || !isOurs(transaction)) {
            return;
        }
        var word = Word.parse(transaction.text("NewValue"));
        if (word == null) {
            return; // another field of the portal's
        }
        pending = word;
        fulfil(transaction);
    }

    private void status(RtItem transaction) {
        if (!isStatusOfThisTicket(transaction)) {
            return;
        }
        status = transaction.text("NewValue");
        confirmed = false;
        if (!isOurs(transaction) || !fulfil(transaction)) {
            pending = null;
            add(transaction, Kind.STATUS_CHANGE, author(transaction), "", false, statusId(), null, List.of());
        }
    }

    private boolean fulfil(RtItem transaction) {
        var word = pending;
        if (word == null || isOver(settings.meaning(status)) != (word.wish() == Wish.CLOSE)) {
            return false;
        }
        pending = null;
        confirmed = word.wish() == Wish.CLOSE;
        add(transaction, Kind.STATUS_CHANGE, word.author(), "", false, statusId(), word.key(), List.of());
        return true;
    }

    static boolean isOver(StatusMeaning meaning) {
        return meaning == StatusMeaning.SOLVED || meaning == StatusMeaning.CLOSED;
    }

    private void add(
            RtItem transaction,
            Kind kind,
            Author author,
            String text,
            boolean html,
            @Nullable String statusId,
            @Nullable String key,
            List<Entry.FileRef> files) {
        entries.add(new Entry(
                transaction.id(),
                transaction.idNumber(),
                kind,
                author,
                transaction.time("Created"),
                text,
                html,
                statusId,
                key,
                isOurs(transaction),
                files));
    }

    private Author author(RtItem transaction) {
        var creator = transaction.object("Creator");
        var name = creator.text("Name");
        var realName = creator.textOrNull("RealName");
        var shown = realName != null ? realName : name;
        if (name.equals("RT_System") || isOurs(transaction)) {
            return new Author(null, shown, Role.AUTOMATIC);
        }
        return agents.get().contains(name)
                ? new Author(null, shown, Role.SUPPORT)
                : new Author(creator.id(), shown, Role.PERSON);
    }

    private boolean isOurs(RtItem transaction) {
        return transaction.object("Creator").text("Name").equalsIgnoreCase(settings.user());
    }

    private boolean isStatusOfThisTicket(RtItem transaction) {
        return transaction.text("Type").equals("Status") && isOfThisTicket(transaction);
    }

    /** And not of one that was merged into it: its first words are a reply here, its statuses nothing. */
    private boolean isOfThisTicket(RtItem transaction) {
        return transaction.text("ObjectId").equals(ticket.id());
    }
}
