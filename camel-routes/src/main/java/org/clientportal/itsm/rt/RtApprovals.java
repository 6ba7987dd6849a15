package org.clientportal.itsm.rt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.clientportal.itsm.Approval;
import org.clientportal.itsm.Approval.State;
import org.jspecify.annotations.Nullable;

/**
 * Reads who is asked to agree to a ticket, from two of its custom fields: agents write {@code login} or {@code login: question} into
 * the one, and the portal, or an agent who heard it otherwise, {@code login: approved} or {@code login: refused: reason} into the other.
 * A question that is taken out before it is answered is withdrawn.
 */
class RtApprovals {

    private static final Pattern ASKED = Pattern.compile("([^\\s:]+)\\s*(?::\\s*(.*))?", Pattern.DOTALL);
    private static final Pattern GIVEN = Pattern.compile(
            "([^\\s:]+)\\s*:\\s*(approved|refused)\\s*(?::\\s*(.*?))?\\s*(?:\\[([0-9a-f-]{36})])?",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private final RtPeople people;
    private final RtTransactions transactions;

    RtApprovals(RtPeople people, RtTransactions transactions) {
        this.people = people;
        this.transactions = transactions;
    }

    /** What a search for tickets has to bring besides. */
    String fields() {
        return transactions.hasApprovals() ? ",CustomFields" : "";
    }

    /** What somebody said, as it stands in the field. */
    record Given(
            String login,
            State state,
            String reason,
            @Nullable String key) {

        static @Nullable Given parse(String value) {
            var said = GIVEN.matcher(value.strip());
            if (!said.matches()) {
                return null;
            }
            var reason = said.group(3);
            return new Given(
                    said.group(1).toLowerCase(Locale.ROOT),
                    said.group(2).equalsIgnoreCase("approved") ? State.APPROVED : State.REFUSED,
                    reason == null ? "" : reason,
                    said.group(4));
        }

        String text() {
            var word = state == State.APPROVED ? "approved" : "refused";
            return login + ": " + word + (reason.isEmpty() ? "" : ": " + reason)
                    + (key == null ? "" : " [" + key + "]");
        }
    }

    /** By login, the first that counts. */
    static Map<String, Given> given(RtItem ticket) {
        var given = new LinkedHashMap<String, Given>();
        for (var value : ticket.customFieldValues(RtFields.APPROVAL_GIVEN)) {
            var one = Given.parse(value);
            if (one != null) {
                given.putIfAbsent(one.login(), one);
            }
        }
        return given;
    }

    /** The question to each login; those that were taken out again are among them, with an empty answer of {@link #stillAsked}. */
    private Map<String, String> asked(RtItem ticket, List<RtItem> history) {
        var asked = new LinkedHashMap<String, String>();
        var values = new LinkedHashSet<>(ticket.customFieldValues(RtFields.APPROVAL_ASKED));
        for (var transaction : history) {
            if (transaction.text("Type").equals("CustomField")
                    && transaction.text("ObjectId").equals(ticket.id())) {
                values.add(transaction.text("NewValue"));
                values.add(transaction.text("OldValue"));
            }
        }
        for (var value : values) {
            var one = ASKED.matcher(value.strip());
            if (!value.isBlank() && one.matches()) {
                var question = one.group(2);
                asked.putIfAbsent(one.group(1).toLowerCase(Locale.ROOT), question == null ? "" : question);
            }
        }
        return asked;
    }

    private static boolean stillAsked(RtItem ticket, String login) {
        return ticket.customFieldValues(RtFields.APPROVAL_ASKED).stream()
                .map(value -> ASKED.matcher(value.strip()))
                .anyMatch(one -> one.matches() && one.group(1).equalsIgnoreCase(login));
    }

    /** The approvals of tickets, by the ticket's id. */
    Map<String, List<Approval>> of(Collection<RtItem> tickets, Map<String, List<RtItem>> histories) {
        if (!transactions.hasApprovals()) {
            return Map.of();
        }
        var asked = new HashMap<String, Map<String, String>>();
        var logins = new LinkedHashSet<String>();
        for (var ticket : tickets) {
            var here = asked(ticket, histories.getOrDefault(ticket.id(), List.of()));
            if (!here.isEmpty()) {
                asked.put(ticket.id(), here);
                logins.addAll(here.keySet());
            }
        }
        if (asked.isEmpty()) {
            return Map.of();
        }
        var ids = people.idsByLogin(logins);
        var found = new HashMap<String, List<Approval>>();
        for (var ticket : tickets) {
            var history = histories.getOrDefault(ticket.id(), List.of());
            var given = given(ticket);
            asked.getOrDefault(ticket.id(), Map.of()).forEach((login, question) -> {
                var id = ids.get(login);
                if (id != null) {
                    found.computeIfAbsent(ticket.id(), ticketId -> new ArrayList<>())
                            .add(approval(ticket, history, id, login, question, given.get(login)));
                }
            });
        }
        return found;
    }

    private static Approval approval(
            RtItem ticket,
            List<RtItem> history,
            String personId,
            String login,
            String question,
            @Nullable Given given) {
        var asked = moment(history, login, false, ticket.time("Created"));
        var state = given != null ? given.state() : stillAsked(ticket, login) ? State.WAITING : State.WITHDRAWN;
        return new Approval(
                id(ticket.id(), personId),
                personId,
                question,
                asked,
                null,
                state,
                state == State.WAITING ? null : moment(history, login, true, asked),
                given == null ? "" : given.reason());
    }

    static String id(String ticketId, String personId) {
        return ticketId + "." + personId;
    }

    /** When a field began to speak of a login: of the question, or the last time of what came of it. */
    private static Instant moment(List<RtItem> history, String login, boolean last, Instant otherwise) {
        var moments = history.stream()
                .filter(transaction -> transaction.text("Type").equals("CustomField"))
                .filter(transaction -> (transaction.text("NewValue") + " " + transaction.text("OldValue"))
                        .toLowerCase(Locale.ROOT)
                        .contains(login))
                .map(transaction -> transaction.time("Created"))
                .toList();
        return moments.isEmpty() ? otherwise : last ? moments.getLast() : moments.getFirst();
    }
}
