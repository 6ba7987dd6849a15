package org.clientportal.cli;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Aligned columns; on a terminal the widest ones give way until the line fits. */
final class Table {

    private static final int GAP = 2;
    private static final int NARROWEST = 8;

    private final List<Column> columns;

    Table(List<Column> columns) {
        this.columns = columns;
    }

    String of(JsonNode items, int room) {
        var rows = new ArrayList<List<String>>();
        rows.add(columns.stream().map(Column::title).toList());
        items.forEach(item -> rows.add(columns.stream()
                .map(column -> Width.harmless(column.value(item)))
                .toList()));
        var widths = fit(natural(rows), room);
        var text = new StringBuilder();
        for (var row : rows) {
            var line = new StringBuilder();
            for (var i = 0; i < widths.length; i++) {
                var cell = Width.cut(row.get(i), widths[i]);
                line.append(cell).append(" ".repeat(widths[i] - Width.of(cell) + GAP));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString().stripTrailing();
    }

    private int[] natural(List<List<String>> rows) {
        var widths = new int[columns.size()];
        for (var row : rows) {
            for (var i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], Width.of(row.get(i)));
            }
        }
        return widths;
    }

    private static int[] fit(int[] widths, int room) {
        var spare = (long) room - (long) GAP * (widths.length - 1);
        while (sum(widths) > spare) {
            var widest = 0;
            for (var i = 1; i < widths.length; i++) {
                if (widths[i] > widths[widest]) {
                    widest = i;
                }
            }
            if (widths[widest] <= NARROWEST) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    private static long sum(int[] widths) {
        var sum = 0L;
        for (var width : widths) {
            sum += width;
        }
        return sum;
    }
}
