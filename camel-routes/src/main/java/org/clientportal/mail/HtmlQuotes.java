package org.clientportal.mail;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Where earlier mails stand in an HTML body, by the markup of the clients that put them there. */
final class HtmlQuotes {

    /** The class given to an element that is an earlier mail or introduces one. */
    static final String QUOTE = "portal-quote";
    /** The class given to an element from which on all is the earlier mail. */
    static final String CUT = "portal-cut";

    private record Mark(String selector, String client) {}

    private static final List<Mark> QUOTES = List.of(
            new Mark(".moz-cite-prefix", "Thunderbird"),
            new Mark("blockquote.gmail_quote, .gmail_attr", "Gmail"),
            new Mark(".protonmail_quote", "Proton"),
            new Mark(".yahoo_quoted", "Yahoo"),
            new Mark("blockquote[type=cite]", "Apple Mail"));
    private static final List<Mark> FROM_HERE_ON = List.of(
            new Mark("#divRplyFwdMsg, #mail-editor-reference-message-container, #appendonsend", "Outlook on the web"),
            new Mark("hr#zwchr, [data-marker=__QUOTED_TEXT__], [data-marker=__HEADERS__]", "Zimbra"));
    private static final Pattern OUTLOOK_BORDER =
            Pattern.compile("border-top:\\s*solid #?\\w+ 1\\.0pt.*padding:\\s*3\\.0pt 0", Pattern.DOTALL);

    private HtmlQuotes() {}

    /** Marks what is found with {@link #QUOTE} and {@link #CUT}; answers whose markup it is, null when none was recognised. */
    static @Nullable String mark(Element body) {
        String client = null;
        for (var mark : QUOTES) {
            var found = body.select(mark.selector());
            found.addClass(QUOTE);
            client = client == null && !found.isEmpty() ? mark.client() : client;
        }
        for (var mark : FROM_HERE_ON) {
            var found = body.selectFirst(mark.selector());
            if (found != null) {
                found.addClass(CUT);
                client = mark.client();
            }
        }
        for (var block :
                body.select("div[style*=border-top]").stream().limit(50).toList()) {
            if (block.attr("style").length() < 500
                    && OUTLOOK_BORDER.matcher(block.attr("style")).find()
                    && QuoteLines.startsHeader(block.wholeText().lines().toList())) {
                block.addClass(CUT);
                client = "Outlook";
            }
        }
        return client;
    }
}
