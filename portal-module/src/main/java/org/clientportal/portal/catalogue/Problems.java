package org.clientportal.portal.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;

/** What is wrong with a file, collected while it is read. */
final class Problems {

    private final List<Problem> found = new ArrayList<>();

    /**
     * One thing to mend.
     *
     * @param line from 1; 0 when it is the file as a whole
     * @param message what is wrong and how to mend it
     */
    public record Problem(int line, int column, String message) {

        /** {@code file:line:column: message}, as editors understand it. */
        String in(String file) {
            return line == 0 ? file + ": " + message : file + ":" + line + ":" + column + ": " + message;
        }
    }

    void add(Mark mark, String message) {
        found.add(new Problem(mark.getLine() + 1, mark.getColumn() + 1, message));
    }

    void add(Example.Place place, String message) {
        found.add(new Problem(place.line(), place.column(), message));
    }

    void add(String message) {
        found.add(new Problem(0, 0, message));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** In the order of the file. */
    List<Problem> all() {
        return found.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList();
    }
}
