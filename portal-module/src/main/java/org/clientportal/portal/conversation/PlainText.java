package org.clientportal.portal.conversation;

import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Plain text as HTML: escaped, paragraphs and lines kept, addresses of the web made links. */
public final class PlainText {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']{1,2000}[^\\s<>\"'.,;:!?)\\]]");
    private static final Pattern PARAGRAPHS = Pattern.compile("\n[ \t]*\n+");

    private PlainText() {}

    public static String html(String text) {
        var html = new StringBuilder();
        for (var paragraph : PARAGRAPHS.split(text.strip(), -1)) {
            if (!paragraph.isBlank()) {
                html.append("<p>")
                        .append(linked(paragraph).replace("\n", "<br>"))
                        .append("</p>");
            }
        }
        return html.toString();
    }

    /** Escaped, addresses made links; lines are kept as lines. */
    static String linked(String text) {
        if (!text.contains("://")) {
            return HtmlUtils.htmlEscape(text, "UTF-8");
        }
        var html = new StringBuilder();
        var links = LINK.matcher(text);
        var from = 0;
        while (links.find()) {
            var address = HtmlUtils.htmlEscape(links.group(), "UTF-8");
            html.append(HtmlUtils.htmlEscape(text.substring(from, links.start()), "UTF-8"))
                    .append("<a href=\"")
                    .append(address)
                    .append("\" rel=\"noopener noreferrer nofollow\">")
                    .append(address)
                    .append("</a>");
            from = links.end();
        }
        return html.append(HtmlUtils.htmlEscape(text.substring(from), "UTF-8")).toString();
    }
}
