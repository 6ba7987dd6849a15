package org.clientportal.portal.conversation;

import org.clientportal.mail.QuotedHtml;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * HTML of conversations, made safe: text structure, lists, tables, code and links; no script, style, form, frame, picture or
 * class. Pictures are listed as attachments. What is quoted from earlier mails stands in {@code details}; see
 * {@link FoldedQuotes}.
 */
public final class AgentHtml {

    private static final PolicyFactory POLICY = text().allowElements("details")
            .allowUrlProtocols("http", "https", "mailto", "tel")
            .toFactory();

    /** Articles name their own files and each other. */
    private static final PolicyFactory ARTICLE = text().allowElements("img", "figure", "figcaption")
            .allowAttributes("src", "alt")
            .onElements("img")
            .allowUrlProtocols("http", "https", "mailto", "tel", "file", "article")
            .toFactory();

    private static HtmlPolicyBuilder text() {
        return new HtmlPolicyBuilder()
                .allowElements(
                        "p",
                        "div",
                        "br",
                        "hr",
                        "b",
                        "strong",
                        "i",
                        "em",
                        "u",
                        "s",
                        "sub",
                        "sup",
                        "small",
                        "span",
                        "blockquote",
                        "ul",
                        "ol",
                        "li",
                        "dl",
                        "dt",
                        "dd",
                        "pre",
                        "code",
                        "kbd",
                        "samp",
                        "h1",
                        "h2",
                        "h3",
                        "h4",
                        "h5",
                        "h6",
                        "table",
                        "caption",
                        "thead",
                        "tbody",
                        "tfoot",
                        "tr",
                        "th",
                        "td",
                        "a")
                .allowAttributes("href")
                .onElements("a")
                .requireRelsOnLinks("noopener", "noreferrer", "nofollow")
                .allowAttributes("colspan", "rowspan")
                .matching((element, attribute, value) -> value.matches("[1-9][0-9]?") ? value : null)
                .onElements("td", "th")
                .allowAttributes("start")
                .matching((element, attribute, value) -> value.matches("[0-9]{1,4}") ? value : null)
                .onElements("ol")
                .allowAttributes("value")
                .matching((element, attribute, value) -> value.matches("[0-9]{1,4}") ? value : null)
                .onElements("li")
                .allowAttributes("lang", "dir")
                .matching((element, attribute, value) -> value.matches("[A-Za-z-]{2,12}") ? value : null)
                .globally();
    }

    private AgentHtml() {}

    /**
     * Safe for a page of its own once the addresses {@code file:} and {@code article:} are replaced, and pictures from
     * elsewhere are removed.
     */
    public static String safeArticle(String html) {
        return ARTICLE.sanitize(html);
    }

    public static String safe(String html) {
        // a page has one h1 of its own; headings of agents begin below it
        return POLICY.sanitize(QuotedHtml.folded(html))
                .replace("<h1>", "<h3>")
                .replace("</h1>", "</h3>")
                .replace("<h2>", "<h3>")
                .replace("</h2>", "</h3>")
                .strip();
    }
}
