package org.clientportal.portal.conversation;

import org.clientportal.mail.QuotedText;
import org.clientportal.portal.web.Words;
import org.springframework.web.util.HtmlUtils;

/**
 * What an entry quotes from earlier mails, folded behind a line that opens it. HTML was taken apart when it was mirrored
 * ({@link AgentHtml#safe}), before the clients' own marks were taken out of it; plain text is taken apart when it is drawn.
 *
 * @param entry id of the entry on the page
 */
record FoldedQuotes(String entry, Words words) {

    private static final String BEGIN = "<details>";

    /** Of a body that is safe already. */
    String inHtml(String body) {
        var at = body.indexOf(BEGIN);
        if (at < 0) {
            return body;
        }
        var html = new StringBuilder(body.length() + 200);
        var from = 0;
        for (int number = 1; at >= 0; number++) {
            html.append(body, from, at).append(opening(number));
            from = at + BEGIN.length();
            at = body.indexOf(BEGIN, from);
        }
        return html.append(body, from, body.length()).toString();
    }

    String inText(String body) {
        var parts = QuotedText.of(body).parts();
        if (parts.size() == 1) {
            return PlainText.html(body);
        }
        var html = new StringBuilder();
        var number = 0;
        for (var part : parts) {
            if (part.quoted()) {
                html.append(opening(++number))
                        .append(PlainText.html(part.text()))
                        .append("</details>");
            } else {
                html.append(PlainText.html(part.text()));
            }
        }
        return html.toString();
    }

    /** With an id, so that what is open stays open when the page changes by itself. */
    private String opening(int number) {
        return "<details class=\"quoted\" id=\"" + entry + "-quote-" + number + "\"><summary>"
                + HtmlUtils.htmlEscape(words.text("entry.quoted"), "UTF-8") + "</summary>";
    }
}
