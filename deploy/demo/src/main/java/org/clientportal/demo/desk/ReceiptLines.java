package org.clientportal.demo.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.clientportal.itsm.Receipt;
import org.clientportal.itsm.Receipt.Line;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a receipt as agents type them, one row of fields each. The code of an asset on the books brings its name and
 * serial number; a row without code and name is left out.
 */
final class ReceiptLines {

    private static final int MOST_ROWS = 220;

    private ReceiptLines() {}

    static List<Map<String, String>> of(Receipt receipt) {
        return receipt.lines().stream()
                .map(l -> Map.of(
                        "id",
                        l.id(),
                        "code",
                        orEmpty(l.code()),
                        "name",
                        l.name(),
                        "serial",
                        orEmpty(l.serial()),
                        "quantity",
                        String.valueOf(l.quantity()),
                        "remarks",
                        l.remarks()))
                .toList();
    }

    static List<Map<String, String>> blank(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(i -> Map.of("id", "", "code", "", "name", "", "serial", "", "quantity", "1", "remarks", ""))
                .toList();
    }

    static List<Line> parse(Map<String, String> form, Register.View view) {
        var lines = new ArrayList<Line>();
        for (int i = 0; i < MOST_ROWS && form.containsKey("name" + i); i++) {
            var code = field(form, "code" + i);
            var asset = view.assets().stream()
                    .filter(one -> !one.gone() && code.equals(one.code()))
                    .findFirst();
            var name = field(form, "name" + i);
            var serial = field(form, "serial" + i);
            if (!code.isEmpty() || !name.isEmpty()) {
                lines.add(new Line(
                        field(form, "line" + i),
                        name.isEmpty() ? asset.map(one -> one.name()).orElse(code) : name,
                        asset.map(one -> one.id()).orElse(null),
                        orNull(code),
                        serial.isEmpty() ? asset.map(one -> one.serial()).orElse(null) : serial,
                        Integer.parseInt(form.getOrDefault("quantity" + i, "1")),
                        field(form, "remarks" + i)));
            }
        }
        return lines;
    }

    private static String field(Map<String, String> form, String name) {
        return form.getOrDefault(name, "").strip();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
