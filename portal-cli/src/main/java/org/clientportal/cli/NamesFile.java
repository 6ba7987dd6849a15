package org.clientportal.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * People named in a file: one a line, or CSV (RFC 4180) with a header that says which column is the address. Spreadsheets
 * that separate by semicolons or tabs are read too.
 */
final class NamesFile {

    private static final List<Set<String>> COLUMNS = List.of(
            Set.of("email", "e-mail", "mail", "e_mail", "address", "email address", "login", "adres", "adres e-mail"),
            Set.of("id"));

    private final String name;
    private final String text;
    private final char separator;
    private int at;
    private int line = 1;

    private NamesFile(String name, String text) {
        this.name = name;
        this.text = text;
        this.separator = separator(text);
    }

    /**
     * Somebody in a file.
     *
     * @param name empty when the line has none
     * @param line where it begins, from 1; 0 when named elsewhere
     */
    record Named(String name, int line) {}

    /** @param file a path, or {@code -} for standard input */
    static List<Named> read(String file) {
        try {
            var bytes = file.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(file));
            return parse(file, decoded(bytes));
        } catch (IOException e) {
            throw new Failure(Exit.FAILED, "cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** Spreadsheets may write an old encoding; addresses and ids read the same in it. */
    private static String decoded(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException older) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    static List<Named> parse(String name, String text) {
        return new NamesFile(name, text).named();
    }

    private List<Named> named() {
        var rows = rows();
        if (rows.isEmpty()) {
            return List.of();
        }
        var column = column(rows.getFirst());
        if (column < 0 && rows.stream().anyMatch(row -> row.cells().size() > 1)) {
            throw Failure.usage(name + " has several columns, but its first line names none of them email or id");
        }
        return rows.stream()
                .skip(column < 0 ? 0 : 1)
                .map(row -> new Named(row.cell(Math.max(column, 0)), row.line()))
                .toList();
    }

    /** Which column says who is meant, -1 when there is no header. */
    private static int column(Row header) {
        var titles = header.cells().stream()
                .map(title -> title.toLowerCase(Locale.ROOT))
                .toList();
        return COLUMNS.stream()
                .flatMap(names -> titles.stream().filter(names::contains).limit(1))
                .map(titles::indexOf)
                .findFirst()
                .orElse(-1);
    }

    private record Row(List<String> cells, int line) {

        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }

    /** Without blank lines and those that begin with #. */
    private List<Row> rows() {
        var rows = new ArrayList<Row>();
        while (at < text.length()) {
            var began = line;
            var comment = text.charAt(at) == '#';
            var cells = comment ? skipped() : cells();
            if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                rows.add(new Row(cells, began));
            }
        }
        return rows;
    }

    private List<String> skipped() {
        while (at < text.length() && !ended()) {
            at++;
        }
        return List.of();
    }

    private List<String> cells() {
        var cells = new ArrayList<String>();
        do {
            cells.add(cell().strip());
        } while (!ended());
        return cells;
    }

    /** Up to the separator, which is passed, or to the end of the line, which is not. */
    private String cell() {
        var cell = new StringBuilder();
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '"') {
            quoted(cell);
        }
        while (at < text.length()) {
            var c = text.charAt(at);
            if (c == separator) {
                at++;
                return cell.toString();
            }
            if (c == '\n' || c == '\r') {
                break;
            }
            cell.append(c);
            at++;
        }
        return cell.toString();
    }

    private void quoted(StringBuilder cell) {
        var began = line;
        for (at++; at < text.length(); at++) {
            var c = text.charAt(at);
            if (c == '"') {
                at++;
                if (at == text.length() || text.charAt(at) != '"') {
                    return;
                }
            } else if (c == '\n') {
                line++;
            }
            cell.append(text.charAt(at));
        }
        throw Failure.usage(name + ", line " + began + ": a quoted value has no end");
    }

    /** Whether the line is over; its end is passed. */
    private boolean ended() {
        if (at == text.length()) {
            return true;
        }
        var c = text.charAt(at);
        if (c == '\r') {
            at += at + 1 < text.length() && text.charAt(at + 1) == '\n' ? 2 : 1;
        } else if (c == '\n') {
            at++;
        } else {
            return false;
        }
        line++;
        return true;
    }

    /** What the first line that is no comment separates by. */
    private static char separator(String text) {
        var first = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .findFirst()
                .orElse("");
        if (first.indexOf(',') >= 0) {
            return ',';
        }
        return first.indexOf(';') >= 0 ? ';' : first.indexOf('\t') >= 0 ? '\t' : ',';
    }
}
