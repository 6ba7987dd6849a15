package org.clientportal.demo.desk;

import java.util.List;

/** Writes an agent's plain words as the HTML that editors of help desks make: paragraphs, lists, a signature. */
final class SampleHtml {

    private SampleHtml() {}

    static String of(String text, String signature) {
        var html = new StringBuilder();
        for (var block : text.replace("\n\n", "\0").split("\0")) {
            block(html, block.lines().toList());
        }
        if (!signature.isEmpty()) {
            html.append("<p>–<br><b>").append(escape(signature)).append("</b><br>Service desk Oriale</p>");
        }
        return html.toString();
    }

    private static void block(StringBuilder html, List<String> lines) {
        boolean inList = false;
        boolean inParagraph = false;
        for (var line : lines) {
            boolean item = line.startsWith("- ");
            if (inParagraph && item) {
                html.append("</p>");
                inParagraph = false;
            }
            if (item != inList) {
                html.append(item ? "<ul>" : "</ul>");
                inList = item;
            }
            if (item) {
                html.append("<li>").append(escape(line.substring(2))).append("</li>");
            } else {
                html.append(inParagraph ? "<br>" : "<p>").append(escape(line));
                inParagraph = true;
            }
        }
        html.append(inList ? "</ul>" : "").append(inParagraph ? "</p>" : "");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
