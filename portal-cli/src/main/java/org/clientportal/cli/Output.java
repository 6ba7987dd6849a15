package org.clientportal.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Prints data on standard output in the wished format, and messages on standard error. */
final class Output {

    private final Screen screen;
    private final JsonMapper json;
    private Format format = Format.TABLE;

    Output(Screen screen, JsonMapper json) {
        this.screen = screen;
        this.json = json;
    }

    void use(Format wished) {
        format = wished;
    }

    Format format() {
        return format;
    }

    Screen screen() {
        return screen;
    }

    /** A list, given as the API's answer with {@code items}. */
    void list(JsonNode answer, List<Column> columns) {
        var items = answer.path("items");
        switch (format) {
            case JSON -> json(answer);
            case CSV -> csv(items, columns);
            case TABLE -> {
                if (items.isEmpty()) {
                    note("Nothing found.");
                } else {
                    print(new Table(columns).of(items, screen.table() ? screen.columns() : Integer.MAX_VALUE));
                }
            }
        }
    }

    /** One thing, a line for each of its values. */
    void item(JsonNode item, List<Column> fields) {
        switch (format) {
            case JSON -> json(item);
            case CSV -> csv(json.createArrayNode().add(item), fields);
            case TABLE -> {
                var width = fields.stream()
                        .mapToInt(field -> field.title().length())
                        .max()
                        .orElse(0);
                var lines = fields.stream()
                        .filter(field -> !field.value(item).isEmpty())
                        .map(field -> field.title()
                                + " ".repeat(width - field.title().length()) + "  " + Width.harmless(field.value(item)))
                        .collect(Collectors.joining("\n"));
                print(lines);
            }
        }
    }

    /** A list that belongs to an item just printed; the other formats hold it already. */
    void details(JsonNode items, List<Column> columns) {
        if (format == Format.TABLE && !items.isEmpty()) {
            print("");
            print(new Table(columns).of(items, screen.table() ? screen.columns() : Integer.MAX_VALUE));
        }
    }

    void print(String text) {
        screen.out().println(text);
    }

    void raw(byte[] bytes) {
        screen.out().writeBytes(bytes);
    }

    /** For people, on standard error. */
    void note(String message) {
        screen.err().println(message);
    }

    private void json(JsonNode node) {
        print(json.writerWithDefaultPrettyPrinter().writeValueAsString(node));
    }

    /** RFC 4180, the titles in lower case as names. */
    private void csv(JsonNode items, List<Column> columns) {
        var rows = new ArrayList<List<String>>();
        rows.add(columns.stream()
                .map(column -> column.title().toLowerCase(Locale.ROOT).replace(' ', '_'))
                .toList());
        items.forEach(item ->
                rows.add(columns.stream().map(column -> column.value(item)).toList()));
        for (var row : rows) {
            screen.out().print(row.stream().map(Output::quoted).collect(Collectors.joining(",")) + "\r\n");
        }
    }

    private static String quoted(String value) {
        var plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? value : "\"" + value.replace("\"", "\"\"") + "\"";
    }
}
