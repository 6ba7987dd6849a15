package org.clientportal.portal.pdf;

import java.util.Optional;
import java.util.function.Function;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Safelist;

/**
 * Safe HTML as it can be drawn on paper in bounded time: tables stand in no tables and nothing is nested deeply, since laying such
 * out takes time that grows without measure; what can be folded on a page is open.
 */
public final class PrintedHtml {

    private static final int DEEPEST = 16;

    private PrintedHtml() {}

    /**
     * What to print.
     *
     * @param safe sanitised, as a page shows it
     * @param picture where the renderer finds the picture of an address; empty when it is not printed
     */
    public static String of(String safe, Function<String, Optional<String>> picture) {
        // once more, so that nothing depends on where it comes from
        var body = Jsoup.parseBodyFragment(Jsoup.clean(safe, "https://portal.invalid/", printable(), asItIs()))
                .outputSettings(asItIs())
                .body();
        for (var image : body.select("img")) {
            picture.apply(image.attr("src")).ifPresentOrElse(found -> image.attr("src", found), image::remove);
        }
        // the head of an entry is an h3
        body.select("h3").tagName("h4");
        body.select("table table").forEach(PrintedHtml::asLines);
        body.select("details, summary").tagName("div");
        body.select("a[href]").forEach(PrintedHtml::link);
        flatten(body, 0);
        return body.html();
    }

    private static org.jsoup.nodes.Document.OutputSettings asItIs() {
        return new org.jsoup.nodes.Document.OutputSettings().prettyPrint(false);
    }

    private static Safelist printable() {
        return new Safelist()
                .addTags("p", "div", "br", "hr", "b", "strong", "i", "em", "u", "s", "sub", "sup", "small", "span")
                .addTags("blockquote", "ul", "ol", "li", "dl", "dt", "dd", "pre", "code", "kbd", "samp")
                .addTags("h3", "h4", "h5", "h6", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td")
                .addTags("a", "img", "details", "summary")
                .addAttributes("a", "href")
                .addAttributes("img", "src", "alt")
                .addAttributes("td", "colspan", "rowspan")
                .addAttributes("th", "colspan", "rowspan")
                .addAttributes("ol", "start")
                .addAttributes(":all", "lang")
                .addProtocols("a", "href", "http", "https", "mailto", "tel")
                .preserveRelativeLinks(true);
    }

    /** Readers of documents are told where a link leads. */
    private static void link(Element link) {
        if (link.attr("href").startsWith("/") || link.attr("href").startsWith("#")) {
            link.tagName("span").clearAttributes();
        } else {
            link.attr("title", link.attr("href"));
        }
    }

    private static void asLines(Element table) {
        table.select("tr").forEach(row -> row.tagName("div").clearAttributes());
        table.select("th, td").forEach(cell -> {
            cell.tagName("span").clearAttributes();
            cell.appendText(" ");
        });
        table.select("thead, tbody, tfoot, caption").forEach(part -> part.tagName("div"));
        table.tagName("div").clearAttributes();
    }

    private static void flatten(Element element, int depth) {
        for (var child : element.children()) {
            if (depth < DEEPEST) {
                flatten(child, depth + 1);
            } else {
                child.text(child.text());
            }
        }
    }
}
