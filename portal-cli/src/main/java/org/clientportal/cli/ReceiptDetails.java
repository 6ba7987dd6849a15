package org.clientportal.cli;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Prints one receipt. */
final class ReceiptDetails {

    private static final List<Column> FIELDS = List.of(
            Column.of("ID", "/receipt/id"),
            Column.of("NUMBER", "/receipt/number"),
            Column.of("TITLE", "/receipt/title"),
            Column.of("KIND", "/receipt/kind"),
            Column.of("STATE", "/receipt/state"),
            Column.of("OPEN", "/receipt/open"),
            Column.of("EDITION", "/receipt/edition"),
            Column.of("DUE", "/receipt/dueOn"),
            Column.of("ASKED", "/receipt/asked"),
            Column.of("ISSUED BY", "/receipt/issuedBy"),
            Column.of("ISSUED", "/receipt/issuedAt"),
            Column.of("TOLD", "/receipt/told"));

    private static final List<Column> LINES = List.of(
            Column.of("LINE", "/id"),
            Column.of("NAME", "/name"),
            Column.of("CODE", "/code"),
            Column.of("SERIAL", "/serial"),
            Column.of("QUANTITY", "/quantity"),
            Column.of("REMARKS", "/remarks"));

    private static final List<Column> SIGNED = List.of(
            Column.of("EDITION", "/edition"),
            Column.of("SOURCE", "/source"),
            Column.of("SIGNED BY", "/signedName"),
            Column.of("AT", "/at"),
            Column.of("EVIDENCE", "/confirmation"),
            Column.of("DELIVERY", "/delivery"));

    private static final List<Column> SAID = List.of(
            Column.of("LINE", "/lineId"),
            Column.of("ACCEPTED", "/accepted"),
            Column.of("CONDITION", "/condition"),
            Column.of("COMMENT", "/comment"));

    private final Output output;

    ReceiptDetails(Output output) {
        this.output = output;
    }

    void print(JsonNode receipt) {
        output.item(receipt, FIELDS);
        output.details(receipt.path("lines"), LINES);
        output.details(receipt.path("signed"), SIGNED);
        receipt.path("signed").forEach(signed -> output.details(signed.path("lines"), SAID));
    }
}
