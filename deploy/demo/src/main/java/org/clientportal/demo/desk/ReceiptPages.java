package org.clientportal.demo.desk;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.clientportal.itsm.Receipt;
import org.clientportal.itsm.Receipt.Kind;
import org.clientportal.itsm.Receipt.State;
import org.jspecify.annotations.Nullable;

/** The pages on which a newcomer writes confirmations of receipt and sees what was accepted. */
final class ReceiptPages {

    private final Register register;
    private final ReceiptBook book;
    private final DeskFiles files;
    private final PageFrame frame;

    ReceiptPages(Register register, ReceiptBook book, DeskFiles files, PageFrame frame) {
        this.register = register;
        this.book = book;
        this.files = files;
        this.frame = frame;
    }

    void serve(Router routes) {
        var router = new SameSite(routes);
        router.on("GET", "/receipts", this::list);
        router.on("POST", "/receipts", this::write);
        router.on("GET", "/receipts/{id}", this::page);
        router.on("POST", "/receipts/{id}", call -> {
            var form = call.form();
            var lines = register.read(view -> ReceiptLines.parse(form, view));
            book.change(call.path("id"), text(form, "title"), text(form, "text"), lines);
            back(call);
        });
        router.on("POST", "/receipts/{id}/receivers", call -> {
            var form = call.form();
            var receivers = register.read(view -> HolderText.parse(text(form, "receivers"), view));
            book.ask(call.path("id"), receivers, day(text(form, "dueOn")));
            back(call);
        });
        router.on("POST", "/receipts/{id}/withdrawal", call -> {
            book.withdraw(call.path("id"));
            back(call);
        });
        router.on("GET", "/receipts/{id}/files/{file}", call -> {
            var ref = register.read(view -> view.receipt(call.path("id"))).stream()
                    .flatMap(receipt -> receipt.answers().stream())
                    .flatMap(answer -> Stream.ofNullable(answer.file()))
                    .filter(file -> file.id().equals(call.path("file")))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "file " + call.path("file")));
            AgentPages.send(call, ref, files);
        });
    }

    private void list(Call call) throws IOException {
        var model = frame.model(call, "Receipts");
        model.put(
                "rows",
                register.read(view -> view.receipts().stream()
                        .sorted(Comparator.comparing((Receipt r) -> r.state() != State.OPEN)
                                .thenComparing(
                                        Comparator.comparing(Receipt::version).reversed()))
                        .map(receipt -> ReceiptView.row(receipt, view))
                        .toList()));
        model.put("lines", ReceiptLines.blank(4));
        offers(model);
        call.html(200, frame.draw("receipts", model));
    }

    /** What the browser suggests while an agent types. */
    private void offers(Map<String, Object> model) {
        model.put(
                "people",
                register.read(view -> view.people().stream()
                        .filter(person -> person.active() && !person.addresses().isEmpty())
                        .map(person -> person.addresses().getFirst())
                        .sorted()
                        .toList()));
        model.put(
                "codes",
                register.read(view -> view.assets().stream()
                        .filter(asset -> !asset.gone() && asset.code() != null)
                        .map(asset -> Map.of("code", String.valueOf(asset.code()), "name", asset.name()))
                        .toList()));
    }

    private void page(Call call) throws IOException {
        var found = register.read(view -> view.receipt(call.path("id")).map(r -> ReceiptView.page(r, view)));
        if (found.isEmpty()) {
            call.html(404, frame.draw("missing", frame.model(call, "Not here")));
            return;
        }
        var model = frame.model(call, String.valueOf(found.get().get("title")));
        model.put("receipt", found.get());
        var receipt = register.read(view -> view.receipt(call.path("id"))).orElseThrow();
        model.put(
                "lines",
                Stream.concat(ReceiptLines.of(receipt).stream(), ReceiptLines.blank(2).stream())
                        .toList());
        offers(model);
        call.html(200, frame.draw("receipt", model));
    }

    private void write(Call call) throws IOException {
        var form = call.form();
        var now = register.now();
        var id = book.write(register.read(view -> new Receipt(
                "",
                "",
                Kind.valueOf(form.getOrDefault("kind", "ISSUE")),
                HolderText.parse(text(form, "receivers"), view),
                null,
                text(form, "title"),
                text(form, "text"),
                frame.me(call),
                now,
                day(text(form, "dueOn")),
                State.OPEN,
                1,
                ReceiptLines.parse(form, view),
                List.of(),
                now,
                0)));
        call.seeOther("/receipts/" + id);
    }

    private static void back(Call call) throws IOException {
        call.seeOther("/receipts/" + AgentPages.encode(call.path("id")));
    }

    private static String text(Map<String, String> form, String name) {
        return form.getOrDefault(name, "").strip().replace("\r\n", "\n");
    }

    private static @Nullable LocalDate day(String typed) {
        return typed.isEmpty() ? null : LocalDate.parse(typed);
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
