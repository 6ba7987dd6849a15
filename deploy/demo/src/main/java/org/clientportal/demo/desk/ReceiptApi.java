package org.clientportal.demo.desk;

import java.time.LocalDate;
import org.clientportal.itsm.Asset.Holders;
import org.clientportal.itsm.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * The agents' work with confirmations of receipt as JSON, for tests and scripts; not part of the contract.
 *
 * <pre>
 * GET    /agent/receipts                 all
 * GET    /agent/receipts/{id}
 * POST   /agent/receipts                 a receipt of the contract; id, number, edition and the lines' ids are the desk's
 * PUT    /agent/receipts/{id}            its title, text and lines; a difference is a new edition
 * PUT    /agent/receipts/{id}/receivers  {receivers: {personIds?, groups?, organisationIds?}, dueOn?}
 * DELETE /agent/receipts/{id}            withdrawn
 * </pre>
 */
final class ReceiptApi {

    private static final String RECEIPT = "/agent/receipts/{id}";

    private final Register register;
    private final ReceiptBook book;

    ReceiptApi(Register register, ReceiptBook book) {
        this.register = register;
        this.book = book;
    }

    private record Made(String id) {}

    private record Asked(Holders receivers, @Nullable LocalDate dueOn) {}

    void serve(Router routes) {
        var router = new SameSite(routes);
        router.on("GET", "/agent/receipts", call -> call.json(register.read(view -> view.receipts())));
        router.on(
                "GET",
                RECEIPT,
                call -> call.json(register.read(view -> view.receipt(call.path("id")))
                        .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "receipt " + call.path("id")))));
        router.on("POST", "/agent/receipts", call -> call.json(new Made(book.write(call.body(Receipt.class)))));
        router.on("PUT", RECEIPT, call -> {
            var now = call.body(Receipt.class);
            book.change(call.path("id"), now.title(), now.text(), now.lines());
            call.done();
        });
        router.on("PUT", RECEIPT + "/receivers", call -> {
            var asked = call.body(Asked.class);
            book.ask(call.path("id"), asked.receivers(), asked.dueOn());
            call.done();
        });
        router.on("DELETE", RECEIPT, call -> {
            book.withdraw(call.path("id"));
            call.done();
        });
    }
}
