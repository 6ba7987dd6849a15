package org.clientportal.demo.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page as a person got it, and what the database was asked for it.
 *
 * @param transactions in their order; questions outside of one stand alone
 */
record RecordedPage(String path, String cookie, String body, List<List<Question>> transactions) {

    /** A statement with its parameters as text; null is SQL's null. */
    record Question(String sql, List<@Nullable String> parameters) {}

    private static final Pattern ENTRY =
            Pattern.compile("^[^\\t\\n]*? \\[(\\d+)] (LOG|DETAIL): {2}(.*)$", Pattern.DOTALL);
    private static final Pattern EXECUTED = Pattern.compile("(?:execute [^:]+|statement): (.*)", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("\\$\\d+ = (NULL|'((?:[^']++|'')*+)')", Pattern.DOTALL);
    private static final List<String> BOUNDS = List.of("BEGIN", "COMMIT", "ROLLBACK");

    /** Reads PostgreSQL's log of statements; what the portal does beside pages is left out. */
    static List<List<Question>> questions(String log) {
        var open = new LinkedHashMap<String, List<Question>>();
        var order = new ArrayList<List<Question>>();
        for (var entry : log.split("\\n(?!\\t)")) {
            var matched = ENTRY.matcher(entry);
            if (!matched.matches()) {
                continue;
            }
            var connection = matched.group(1);
            if (matched.group(2).equals("DETAIL")) {
                fill(order, open.get(connection), matched.group(3));
                continue;
            }
            var executed = EXECUTED.matcher(matched.group(3));
            if (!executed.matches()) {
                continue;
            }
            var sql = executed.group(1).replace("\n\t", "\n");
            if (sql.equals("BEGIN")) {
                var transaction = new ArrayList<Question>();
                open.put(connection, transaction);
                order.add(transaction);
            } else if (BOUNDS.contains(sql)) {
                open.remove(connection);
            } else if (open.containsKey(connection)) {
                open.get(connection).add(new Question(sql, new ArrayList<>()));
            } else {
                order.add(new ArrayList<>(List.of(new Question(sql, new ArrayList<>()))));
            }
        }
        return order.stream().filter(RecordedPage::isPages).toList();
    }

    private static void fill(List<List<Question>> order, @Nullable List<Question> transaction, String detail) {
        var asked = transaction != null ? transaction : order.isEmpty() ? List.<Question>of() : order.getLast();
        if (!asked.isEmpty()) {
            var parameters = PARAMETER.matcher(detail);
            while (parameters.find()) {
                asked.getLast()
                        .parameters()
                        .add(
                                parameters.group(1).equals("NULL")
                                        ? null
                                        : parameters.group(2).replace("''", "'"));
            }
        }
    }

    private static boolean isPages(List<Question> transaction) {
        return transaction.stream().noneMatch(question -> question.sql().contains("portal_work"))
                && (asksAsViewer(transaction)
                        || transaction.stream()
                                .anyMatch(question -> question.sql().contains("session_viewer")));
    }

    /** Whether it takes the role of pages. */
    static boolean asksAsViewer(List<Question> transaction) {
        return transaction.stream().anyMatch(question -> question.sql().contains("portal_page"));
    }

    /** For JDBC: the numbered places in their order as question marks. */
    static String forJdbc(String sql) {
        return sql.replaceAll("\\$\\d+", "?");
    }
}
