package org.clientportal.portal.conversation;

import java.util.regex.Pattern;

/**
 * Lines typed under a quote or a list without an empty one between. CommonMark takes them for a part of it; people do not mean
 * that, least of all when they answer below what they quote.
 */
final class MarkedLines {

    private static final Pattern QUOTE = Pattern.compile(" {0,3}>.*");
    private static final Pattern ITEM = Pattern.compile("[ \t]*(?:[-*]|\\d{1,9}\\.)[ \t].*");
    private static final Pattern FENCE = Pattern.compile(" {0,3}```.*");

    private MarkedLines() {}

    /** The same with the empty lines. */
    static String apart(String typed) {
        var lines = typed.split("\n", -1);
        var apart = new StringBuilder(typed.length() + 50);
        var code = false;
        var list = false;
        for (int at = 0; at < lines.length; at++) {
            var line = lines[at];
            var quote = QUOTE.matcher(line).matches();
            var item = ITEM.matcher(line).matches();
            if (!code && at > 0 && !line.isBlank()) {
                var underQuote = !quote && QUOTE.matcher(lines[at - 1]).matches();
                var underList = list && !item && !Character.isWhitespace(line.charAt(0)) && !lines[at - 1].isBlank();
                if (underQuote || underList) {
                    apart.append('\n');
                }
            }
            code ^= FENCE.matcher(line).matches();
            list = item || list && !line.isBlank() && Character.isWhitespace(line.charAt(0));
            apart.append(line).append(at < lines.length - 1 ? "\n" : "");
        }
        return apart.toString();
    }
}
