package org.clientportal.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * An HTML body as lines of text. What the markup of a known client calls a quote comes out as {@code >} lines; where such
 * markup says "from here on all is the earlier mail", that place is told.
 *
 * @param cut number of lines before the earlier mail; all of them when there is no such mark
 * @param client whose markup it is, null when none was recognised
 */
public record HtmlText(
        List<String> lines, int cut, @Nullable String client) {

    private static final Set<String> BREAKS = Set.of(
            "p",
            "div",
            "tr",
            "li",
            "ul",
            "ol",
            "table",
            "blockquote",
            "hr",
            "pre",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "section",
            "article",
            "header",
            "footer",
            "address",
            "dl",
            "dt",
            "dd",
            "center",
            "form",
            "body");

    public HtmlText {
        lines = List.copyOf(lines);
    }

    /** HTML that nobody quotes in, as text that can be read: lines, lists, where links lead. */
    public static String read(String html) {
        return String.join("\n", of(html, Map.of()).lines()).strip();
    }

    /** @param pictures file names by content id, for pictures shown in place */
    static HtmlText of(String html, Map<String, String> pictures) {
        var body = Jsoup.parse(html).body();
        body.select("script, style, head, title, template, noscript").remove();
        body.select("[style*=display:none], [style*=display: none], [hidden]").remove();
        var client = HtmlQuotes.mark(body);
        var writer = new Writer(pictures);
        body.traverse(writer);
        writer.endLine();
        var cut = writer.cut < 0 ? writer.lines.size() : writer.cut;
        return new HtmlText(writer.lines, cut, client);
    }

    private static final class Writer implements NodeVisitor {

        final List<String> lines = new ArrayList<>();
        int cut = -1;
        private final Map<String, String> pictures;
        private final StringBuilder line = new StringBuilder();
        private int quoted;
        private int preformatted;

        Writer(Map<String, String> pictures) {
            this.pictures = pictures;
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                text(text.getWholeText());
            } else if (node instanceof Element element) {
                begin(element);
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (!(node instanceof Element element)) {
                return;
            }
            var name = element.normalName();
            if (name.equals("a")) {
                link(element);
            } else if (name.equals("td") || name.equals("th")) {
                line.append("  ");
            }
            if (BREAKS.contains(name)) {
                endStarted();
            }
            if (name.equals("p")
                    && !element.className().toLowerCase(Locale.ROOT).contains("mso")) {
                blank();
            }
            if (name.equals("pre")) {
                preformatted--;
            }
            if (isQuote(element)) {
                endStarted();
                quoted--;
            }
        }

        private void begin(Element element) {
            var name = element.normalName();
            if (BREAKS.contains(name)) {
                endStarted();
            }
            if (element.hasClass(HtmlQuotes.CUT) && cut < 0) {
                endStarted();
                cut = lines.size();
            }
            if (isQuote(element)) {
                endStarted();
                quoted++;
            }
            switch (name) {
                case "br" -> endLine();
                case "li" -> line.append("- ");
                case "pre" -> preformatted++;
                case "img" -> picture(element);
                default -> {}
            }
        }

        /** A bare blockquote is a quote unless its border says that it only moves text in. */
        private static boolean isQuote(Element element) {
            return element.hasClass(HtmlQuotes.QUOTE)
                    || (element.normalName().equals("blockquote")
                            && !element.attr("style").replace(" ", "").contains("border:none"));
        }

        private void text(String text) {
            if (preformatted > 0) {
                var rows = text.split("\n", -1);
                for (int row = 0; row < rows.length; row++) {
                    line.append(rows[row]);
                    if (row < rows.length - 1) {
                        endLine();
                    }
                }
                return;
            }
            for (int at = 0; at < text.length(); at++) {
                var c = text.charAt(at);
                var space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
                if (!space) {
                    line.append(c);
                } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                    line.append(' ');
                }
            }
        }

        private void link(Element element) {
            var target = element.attr("href").strip();
            var shown = element.text();
            if (target.matches("(?i)https?://.{1,500}") && !shown.contains("://") && !shown.isBlank()) {
                line.append(" (").append(target).append(')');
            }
        }

        private void picture(Element element) {
            var source = element.attr("src");
            if (source.toLowerCase(Locale.ROOT).startsWith("cid:")) {
                line.append('[')
                        .append(pictures.getOrDefault(source.substring(4), "…"))
                        .append(']');
            }
        }

        void endLine() {
            var text = line.toString().replace('\u00a0', ' ').stripTrailing();
            lines.add(quoted > 0 ? "> ".repeat(Math.min(quoted, 5)) + text : text);
            line.setLength(0);
        }

        private void endStarted() {
            if (!line.isEmpty()) {
                endLine();
            }
        }

        private void blank() {
            if (!lines.isEmpty() && !lines.getLast().isBlank()) {
                endLine();
            }
        }
    }
}
