package org.clientportal.demo.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.clientportal.demo.desk.Register.Step;
import org.clientportal.itsm.Asset.Holders;
import org.clientportal.itsm.Delivered;
import org.clientportal.itsm.Entry.FileRef;
import org.clientportal.itsm.Receipt;
import org.clientportal.itsm.Receipt.Line;
import org.clientportal.itsm.Receipt.State;
import org.clientportal.itsm.ReceiptAnswer;
import org.jspecify.annotations.Nullable;

/** What agents do with confirmations of receipt, and what comes back: each edition is answered once. */
final class ReceiptBook {

    private static final int MOST_LINES = 200;

    private final Register register;

    ReceiptBook(Register register) {
        this.register = register;
    }

    /** Writes one; id, number, edition and the ids of its lines are the desk's. */
    String write(Receipt draft) {
        return register.act(step -> {
            var number = step.receipts().size() + 1;
            var id = "r" + number;
            check(draft.title(), draft.lines());
            step.save(new Receipt(
                    id,
                    String.format("PO-%04d", number),
                    draft.kind(),
                    draft.receivers(),
                    organisation(step, draft.receivers()),
                    draft.title(),
                    draft.text(),
                    draft.issuedBy(),
                    step.now(),
                    draft.dueOn(),
                    State.OPEN,
                    1,
                    numbered(draft.lines(), List.of(), 1),
                    List.of(),
                    step.now(),
                    0));
            return id;
        });
    }

    /** Other words or lines are a new edition, which is open; without a difference nothing happens. */
    void change(String id, String title, String text, List<Line> lines) {
        register.act(step -> {
            var old = existing(step, id);
            check(title, lines);
            if (old.state() == State.WITHDRAWN) {
                throw new Refusal(Refusal.Kind.CLOSED, "Receipt " + old.number() + " is withdrawn.");
            }
            var now = numbered(lines, old.lines(), old.edition() + 1);
            if (!now.equals(old.lines()) || !title.equals(old.title()) || !text.equals(old.text())) {
                step.save(with(old, title, text, old.receivers(), old.dueOn(), State.OPEN, old.edition() + 1, now));
            }
            return step;
        });
    }

    /** Who is asked and until when; the edition stays. */
    void ask(String id, Holders receivers, @Nullable LocalDate dueOn) {
        register.act(step -> {
            var old = existing(step, id);
            step.save(with(old, old.title(), old.text(), receivers, dueOn, old.state(), old.edition(), old.lines()));
            return step;
        });
    }

    void withdraw(String id) {
        register.act(step -> {
            var old = existing(step, id);
            step.save(with(
                    old,
                    old.title(),
                    old.text(),
                    old.receivers(),
                    old.dueOn(),
                    State.WITHDRAWN,
                    old.edition(),
                    old.lines()));
            return step;
        });
    }

    static Delivered answer(Step step, String key, Submissions.Body body, List<FileRef> refs) {
        var said = body.receipt();
        if (said == null || said.signedName() == null || said.signedName().isBlank() || refs.size() != 1) {
            throw new Refusal(Refusal.Kind.INVALID, "receipt with signedName, and one file are needed");
        }
        var receipt = existing(step, said.id());
        if (receipt.state() != State.OPEN || receipt.edition() != said.edition()) {
            throw new Refusal(
                    Refusal.Kind.CLOSED,
                    "Receipt " + receipt.number() + " is " + receipt.state() + " in edition " + receipt.edition()
                            + ".");
        }
        checkEveryLine(receipt, said.lines());
        var answer = new ReceiptAnswer(
                body.writer().personId(),
                said.signedName(),
                body.writtenAt(),
                said.edition(),
                said.lines(),
                refs.getFirst(),
                key);
        step.save(answered(receipt, answer));
        return new Delivered(receipt.id(), receipt.number(), null);
    }

    private static void checkEveryLine(Receipt receipt, List<ReceiptAnswer.Line> said) {
        var wanted = receipt.lines().stream().map(Line::id).toList();
        if (!said.stream().map(ReceiptAnswer.Line::lineId).toList().equals(wanted)) {
            throw new Refusal(Refusal.Kind.INVALID, "the answer is not about the lines " + wanted);
        }
        if (said.stream().anyMatch(line -> !line.accepted() && line.comment().isBlank())) {
            throw new Refusal(Refusal.Kind.INVALID, "what is not accepted needs a reason");
        }
    }

    private static Receipt existing(Step step, @Nullable String id) {
        return step.receipt(id).orElseThrow(() -> new Refusal(Refusal.Kind.GONE, "receipt " + id + " does not exist"));
    }

    private static void check(String title, List<Line> lines) {
        if (title.isBlank() || title.length() > 255) {
            throw new IllegalArgumentException("the title has 1 to 255 characters");
        }
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            throw new IllegalArgumentException("a receipt has 1 to " + MOST_LINES + " lines");
        }
        if (lines.stream().anyMatch(line -> line.name().isBlank() || line.quantity() < 1)) {
            throw new IllegalArgumentException("each line has a name and a quantity of at least 1");
        }
    }

    /** Lines that were there keep their ids; the others get new ones, which no edition had before. */
    private static List<Line> numbered(List<Line> lines, List<Line> before, int edition) {
        var known = new HashSet<>(before.stream().map(Line::id).toList());
        var next =
                Stream.iterate(1, i -> i + 1).map(i -> "l" + edition + "." + i).iterator();
        return lines.stream()
                .map(l -> new Line(
                        known.remove(l.id()) ? l.id() : next.next(),
                        l.name(),
                        l.assetId(),
                        l.code(),
                        l.serial(),
                        l.quantity(),
                        l.remarks()))
                .toList();
    }

    /** Where the first of its receivers works. */
    private static @Nullable String organisation(Step step, Holders receivers) {
        return Stream.concat(
                        receivers.organisationIds().stream(),
                        receivers.personIds().stream()
                                .flatMap(id -> step.person(id).stream())
                                .flatMap(person -> Stream.ofNullable(person.organisationId())))
                .findFirst()
                .orElse(null);
    }

    private static Receipt answered(Receipt r, ReceiptAnswer answer) {
        return made(
                r,
                r.title(),
                r.text(),
                r.receivers(),
                r.dueOn(),
                State.ANSWERED,
                r.edition(),
                r.lines(),
                Stream.concat(r.answers().stream(), Stream.of(answer)).toList(),
                r.changedAt(),
                r.version());
    }

    private static Receipt with(
            Receipt r,
            String title,
            String text,
            Holders receivers,
            @Nullable LocalDate dueOn,
            State state,
            int edition,
            List<Line> lines) {
        return made(r, title, text, receivers, dueOn, state, edition, lines, r.answers(), r.changedAt(), r.version());
    }

    static Receipt numbered(Receipt r, Instant changedAt, long version) {
        return made(
                r,
                r.title(),
                r.text(),
                r.receivers(),
                r.dueOn(),
                r.state(),
                r.edition(),
                r.lines(),
                r.answers(),
                changedAt,
                version);
    }

    private static Receipt made(
            Receipt r,
            String title,
            String text,
            Holders receivers,
            @Nullable LocalDate dueOn,
            State state,
            int edition,
            List<Line> lines,
            List<ReceiptAnswer> answers,
            Instant changedAt,
            long version) {
        return new Receipt(
                r.id(),
                r.number(),
                r.kind(),
                receivers,
                r.organisationId(),
                title,
                text,
                r.issuedBy(),
                r.issuedAt(),
                dueOn,
                state,
                edition,
                lines,
                answers,
                changedAt,
                version);
    }
}
