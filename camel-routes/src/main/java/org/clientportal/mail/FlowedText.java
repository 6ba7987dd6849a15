package org.clientportal.mail;

import java.util.ArrayList;
import java.util.List;

/** {@code text/plain; format=flowed} (RFC 3676): paragraphs put together again, quotes left as they are. */
final class FlowedText {

    private FlowedText() {}

    static List<String> lines(String text, boolean deleteSpace) {
        var out = new ArrayList<String>();
        var paragraph = new StringBuilder();
        var depth = -1;
        for (var line : text.split("\n", -1)) {
            var quotes = quotes(line);
            var content = line.substring(quotes);
            content = content.startsWith(" ") ? content.substring(1) : content;
            if (depth >= 0 && quotes != depth) {
                out.add(paragraph.toString());
                paragraph.setLength(0);
                depth = -1;
            }
            if (depth < 0 && quotes > 0) {
                paragraph.append(">".repeat(quotes)).append(' ');
            }
            var flows = content.endsWith(" ") && !content.equals("-- ");
            paragraph.append(flows && deleteSpace ? content.substring(0, content.length() - 1) : content);
            depth = flows ? quotes : -1;
            if (!flows) {
                out.add(paragraph.toString());
                paragraph.setLength(0);
            }
        }
        if (!paragraph.isEmpty()) {
            out.add(paragraph.toString());
        }
        return out;
    }

    private static int quotes(String line) {
        var count = 0;
        while (count < line.length() && line.charAt(count) == '>') {
            count++;
        }
        return count;
    }
}
