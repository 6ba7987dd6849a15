package org.clientportal.cli;

import java.io.PrintStream;

/**
 * Where the three streams go. The launcher knows it cheaply and passes it on.
 *
 * @param out data
 * @param err messages
 * @param typing whether somebody can answer a question (standard input and error are a terminal)
 * @param table whether data is looked at (standard output is a terminal)
 * @param progress whether messages are looked at (standard error is a terminal)
 * @param columns width of the terminal
 */
record Screen(PrintStream out, PrintStream err, boolean typing, boolean table, boolean progress, int columns) {

    private static final int USUAL_WIDTH = 100;

    /** @param terminals {@code portal.cli.terminals}: the digits of the streams that are terminals, such as {@code 02} */
    static Screen of(PrintStream out, PrintStream err, String terminals, String columns) {
        var width = columns.matches("[0-9]{1,4}") ? Integer.parseInt(columns) : USUAL_WIDTH;
        return new Screen(
                out,
                err,
                terminals.contains("0") && terminals.contains("2"),
                terminals.contains("1"),
                terminals.contains("2"),
                Math.max(width, 40));
    }
}
