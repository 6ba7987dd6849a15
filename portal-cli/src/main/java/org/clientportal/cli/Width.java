package org.clientportal.cli;

import org.jline.utils.WCWidth;

/** How much room text takes on a terminal, and how it is made harmless for one. */
final class Width {

    private Width() {}

    /** Columns: wide characters take two, combining ones none. */
    static int of(String text) {
        return text.codePoints()
                .map(point -> Math.max(0, WCWidth.wcwidth(point)))
                .sum();
    }

    /** At most so many columns, with an ellipsis where something is left out. */
    static String cut(String text, int columns) {
        if (of(text) <= columns) {
            return text;
        }
        var kept = new StringBuilder();
        var used = 0;
        for (var point : text.codePoints().toArray()) {
            used += Math.max(0, WCWidth.wcwidth(point));
            if (used > columns - 1) {
                break;
            }
            kept.appendCodePoint(point);
        }
        return kept.append('…').toString();
    }

    /**
     * One line without anything that moves the cursor, colours, or turns the writing direction: names and subjects come from
     * strangers.
     */
    static String harmless(String text) {
        var line = new StringBuilder();
        text.codePoints().forEach(point -> {
            var type = Character.getType(point);
            if (point == '\n' || point == '\t' || point == '\r') {
                line.append(' ');
            } else if (type == Character.CONTROL || isDirection(point)) {
                line.append('\uFFFD');
            } else {
                line.appendCodePoint(point);
            }
        });
        return line.toString();
    }

    /** Bidirectional controls (Unicode TR 9, section 2). */
    private static boolean isDirection(int point) {
        return (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069)
                || point == 0x200E
                || point == 0x200F
                || point == 0x061C;
    }
}
