package org.clientportal.demo.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientportal.itsm.Receipt;
import org.clientportal.itsm.Receipt.Kind;
import org.clientportal.itsm.Receipt.State;
import org.clientportal.itsm.ReceiptAnswer;

/** A receipt as the agent's pages show it. */
final class ReceiptView {

    private ReceiptView() {}

    static Map<String, Object> row(Receipt r, Register.View view) {
        var row = new HashMap<String, Object>();
        row.put("id", r.id());
        row.put("number", r.number());
        row.put("title", r.title());
        row.put("kind", r.kind() == Kind.ISSUE ? "handed out" : "given back");
        row.put("receivers", HolderText.of(r.receivers(), view));
        row.put("state", ReceiptPages.word(r.state()));
        row.put("outcome", outcome(r));
        row.put("due", r.dueOn() == null ? "" : r.dueOn().toString());
        row.put("edition", r.edition());
        row.put("size", r.lines().size());
        return row;
    }

    static Map<String, Object> page(Receipt r, Register.View view) {
        var page = row(r, view);
        page.put("text", r.text());
        page.put("issuedBy", r.issuedBy());
        page.put("issuedAt", Pages.time(r.issuedAt()));
        page.put("lines", r.lines());
        page.put("open", r.state() != State.WITHDRAWN);
        page.put(
                "answers",
                r.answers().reversed().stream()
                        .map(answer -> answer(answer, r, view))
                        .toList());
        return page;
    }

    /** In words what became of it. */
    private static String outcome(Receipt r) {
        return switch (r.state()) {
            case OPEN -> r.answers().isEmpty() ? "Waits" : "Waits again";
            case WITHDRAWN -> "Withdrawn";
            case ANSWERED -> {
                var lines = r.answers().getLast().lines();
                var accepted =
                        lines.stream().filter(ReceiptAnswer.Line::accepted).count();
                yield accepted == lines.size()
                        ? "Accepted"
                        : accepted == 0 ? "Not accepted" : "Accepted " + accepted + " of " + lines.size();
            }
        };
    }

    private static Map<String, Object> answer(ReceiptAnswer a, Receipt r, Register.View view) {
        var answer = new HashMap<String, Object>();
        answer.put("name", a.signedName());
        answer.put(
                "person", view.person(a.personId()).map(person -> person.name()).orElse(""));
        answer.put("at", Pages.time(a.at()));
        answer.put("edition", a.edition());
        answer.put("old", a.edition() != r.edition());
        answer.put("file", a.file() == null ? List.of() : List.of(a.file()));
        answer.put(
                "lines",
                a.lines().stream()
                        .map(line -> Map.of(
                                "name",
                                name(r, line.lineId()),
                                "accepted",
                                line.accepted(),
                                "condition",
                                line.condition(),
                                "comment",
                                line.comment()))
                        .toList());
        return answer;
    }

    /** Of a line that a later edition left out only the signed document has the name. */
    private static String name(Receipt r, String lineId) {
        return r.lines().stream()
                .filter(line -> line.id().equals(lineId))
                .map(line -> line.quantity() == 1 ? line.name() : line.name() + " × " + line.quantity())
                .findFirst()
                .orElse("a line of an earlier edition");
    }
}
