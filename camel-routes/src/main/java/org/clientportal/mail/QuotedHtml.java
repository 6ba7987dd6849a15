package org.clientportal.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * An HTML body in which what is quoted from earlier mails stands in {@code <details>}, and nothing else does. Not trusted,
 * before and after.
 */
public final class QuotedHtml {

    /** Without one of these there is neither a client's quote nor a {@code details} of the author's. */
    private static final List<String> SIGNS = List.of(
            "quote",
            "moz-cite",
            "gmail_attr",
            "type=\"cite\"",
            "type=cite",
            "type='cite'",
            "border-top",
            "divrplyfwdmsg",
            "mail-editor-reference",
            "appendonsend",
            "zwchr",
            "data-marker",
            "<details",
            "<summary");

    private static final int LONGEST_INTRODUCTION = 400;

    private QuotedHtml() {}

    public static String folded(String html) {
        var small = html.toLowerCase(Locale.ROOT);
        return SIGNS.stream().anyMatch(small::contains) ? found(html) : html;
    }

    private static String found(String html) {
        var document = Jsoup.parse(html);
        document.outputSettings(new Document.OutputSettings().prettyPrint(false));
        var body = document.body();
        // an author's own are no quotes: their content stays, always open
        body.select("details, summary").tagName("div");
        HtmlQuotes.mark(body);
        body.select("." + HtmlQuotes.CUT).stream().limit(1).forEach(QuotedHtml::markFromHereOn);
        if (body.selectFirst("." + HtmlQuotes.QUOTE) == null
                || QuoteLines.isForward(body.wholeText().lines().toList())
                || !saysSomething(body)) {
            return body.html();
        }
        fold(body);
        return body.html();
    }

    private static void markFromHereOn(Element cut) {
        cut.addClass(HtmlQuotes.QUOTE);
        for (Element at = cut; at != null && !at.normalName().equals("body"); at = at.parent()) {
            for (var later : after(at)) {
                if (later instanceof Element element) {
                    element.addClass(HtmlQuotes.QUOTE);
                } else if (later instanceof TextNode text && !text.isBlank()) {
                    text.wrap("<div class=\"" + HtmlQuotes.QUOTE + "\"></div>");
                }
            }
        }
    }

    private static List<Node> after(Element element) {
        var parent = element.parent();
        return parent == null
                ? List.of()
                : List.copyOf(parent.childNodes().subList(element.siblingIndex() + 1, parent.childNodeSize()));
    }

    /** Whether anything is left outside the quotes; a body that is nothing but a quote is shown as it is. */
    private static boolean saysSomething(Element body) {
        return body.stream()
                .flatMap(element -> element.textNodes().stream())
                .anyMatch(text -> !text.isBlank() && !isWithinQuote(text));
    }

    private static boolean isWithinQuote(TextNode text) {
        for (var at = text.parent(); at != null; at = at.parent()) {
            if (isQuote(at)) {
                return true;
            }
        }
        return false;
    }

    private static void fold(Element parent) {
        var run = new ArrayList<Node>();
        var nodes = List.copyOf(parent.childNodes());
        for (int at = 0; at < nodes.size(); at++) {
            var node = nodes.get(at);
            if (isQuote(node)) {
                if (run.isEmpty()) {
                    run.addAll(introduction(nodes, at));
                }
                run.add(node);
            } else if (!run.isEmpty() && isEmpty(node)) {
                run.add(node);
            } else {
                wrap(run);
                if (node instanceof Element element) {
                    fold(element);
                }
            }
        }
        wrap(run);
    }

    /** "X wrote:" right above a quote belongs to it. */
    private static List<Node> introduction(List<Node> siblings, int quote) {
        for (int at = quote - 1; at >= 0; at--) {
            var node = siblings.get(at);
            if (isEmpty(node)) {
                continue;
            }
            var text = node instanceof Element element
                    ? element.text()
                    : node instanceof TextNode bare ? bare.text().strip() : "";
            return text.length() <= LONGEST_INTRODUCTION && QuoteLines.attribution(List.of(text), 0) > 0
                    ? siblings.subList(at, quote)
                    : List.of();
        }
        return List.of();
    }

    private static void wrap(List<Node> run) {
        if (run.isEmpty()) {
            return;
        }
        var details = new Element("details");
        run.getFirst().before(details);
        run.forEach(details::appendChild);
        run.clear();
    }

    private static boolean isQuote(Node node) {
        return node instanceof Element element && element.hasClass(HtmlQuotes.QUOTE);
    }

    private static boolean isEmpty(Node node) {
        return switch (node) {
            case TextNode text -> text.isBlank();
            case Element element -> !element.hasText() && element.select("img").isEmpty();
            default -> true;
        };
    }
}
