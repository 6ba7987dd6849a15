package org.clientportal.portal.knowledge;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.clientportal.portal.conversation.AgentHtml;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * An article's body, made safe and made good: headings in order and with anchors, tables that scroll, pictures that open,
 * none of the dirt that editors leave behind.
 *
 * @param html to be put into a page as it is
 * @param text the same as plain text
 * @param contents the headings of the first level
 */
record ArticleHtml(String html, String text, List<Heading> contents) {

    private static final String BLOCKS =
            "p, div, ul, ol, dl, table, pre, blockquote, h1, h2, h3, h4, h5, h6, hr, figure, section";
    private static final int DEEPEST = 4;
    private static final String NO_BREAK_SPACE = "\u00a0";

    /** A heading and its anchor, which has no blanks. */
    record Heading(String id, String text) {}

    /**
     * @param language of the article: the names of what a page reader meets
     * @param files addresses of the article's files, by the platform's id
     */
    static ArticleHtml of(String written, String language, Map<String, UUID> files, String articleUrl) {
        var document = Jsoup.parseBodyFragment(AgentHtml.safeArticle(written));
        var body = document.body();
        pictures(body, files, articleUrl);
        links(body);
        cleaned(body);
        headings(body);
        tables(body, language.equals("en") ? "Table" : "Tabela");
        document.outputSettings().prettyPrint(false);
        return new ArticleHtml(body.html().strip(), text(body), contents(body));
    }

    /** Only the article's own files, as links to themselves; whatever else is somewhere on the net. */
    private static void pictures(Element body, Map<String, UUID> files, String articleUrl) {
        for (var picture : body.select("img")) {
            var id = picture.attr("src").startsWith("file:")
                    ? picture.attr("src").substring("file:".length())
                    : "";
            var file = files.get(id);
            if (file == null) {
                picture.replaceWith(new TextNode(picture.attr("alt")));
                continue;
            }
            var address = articleUrl + "/files/" + file;
            picture.attr("src", address).attr("loading", "lazy");
            if (!picture.hasAttr("alt")) {
                picture.attr("alt", "");
            }
            if (picture.closest("a") == null) {
                picture.wrap("<a class=\"picture\"></a>");
                var link = picture.parent();
                if (link != null) {
                    link.attr("href", address);
                }
            }
        }
    }

    private static void links(Element body) {
        for (var link : body.select("a[href]")) {
            var to = link.attr("href");
            if (to.startsWith("article:")) {
                link.attr("href", KnowledgePaths.article(to.substring("article:".length())))
                        .removeAttr("rel");
            } else if (to.startsWith("file:")) {
                link.unwrap();
            } else if (bare(to).equals(bare(link.text()))) {
                // on paper it says already where it leads
                link.addClass("bare");
            }
        }
    }

    private static String bare(String address) {
        return address.strip().replaceFirst("^https?://(www\\.)?", "").replaceFirst("/$", "");
    }

    private static void cleaned(Element body) {
        body.select("span, font, u, small").unwrap();
        for (var text : textNodes(body)) {
            text.text(text.getWholeText()
                    .replaceAll(NO_BREAK_SPACE + "{2,}| " + NO_BREAK_SPACE + "|" + NO_BREAK_SPACE + " ", " "));
        }
        for (var block : body.select("div")) {
            if (block.select(BLOCKS).size() == 1) { // itself
                block.tagName("p");
            } else {
                block.unwrap();
            }
        }
        for (var each : body.select("p, h1, h2, h3, h4, h5, h6, b, strong, i, em")) {
            if (each.select("img").isEmpty()
                    && each.text().replace(NO_BREAK_SPACE, " ").isBlank()) {
                each.remove();
            }
        }
    }

    private static List<TextNode> textNodes(Element body) {
        var found = new ArrayList<TextNode>();
        body.forEachNode(node -> {
            if (node instanceof TextNode text
                    && text.parent() instanceof Element parent
                    && parent.closest("pre") == null) {
                found.add(text);
            }
        });
        return found;
    }

    /** The page has the h1; the article begins at h2 and leaves no level out. */
    private static void headings(Element body) {
        var written = new ArrayList<Integer>();
        var used = new HashSet<String>();
        for (var heading : body.select("h1, h2, h3, h4, h5, h6")) {
            int level = heading.tagName().charAt(1) - '0';
            while (!written.isEmpty() && written.getLast() >= level) {
                written.removeLast();
            }
            written.add(level);
            heading.tagName("h" + Math.min(DEEPEST, written.size() + 1));
            heading.select("b, strong").unwrap();
            heading.attr("id", anchor(heading.text(), used));
        }
    }

    private static List<Heading> contents(Element body) {
        return body.select("h2").stream()
                .map(heading -> new Heading(heading.id(), heading.text()))
                .toList();
    }

    private static String anchor(String text, Set<String> used) {
        var plain = Normalizer.normalize(text.replace('ł', 'l').replace('Ł', 'l'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        var base = "s-" + (plain.length() > 60 ? plain.substring(0, 60) : plain);
        var anchor = base;
        for (int more = 2; !used.add(anchor); more++) {
            anchor = base + "-" + more;
        }
        return anchor;
    }

    /** Wide ones scroll by themselves, also by keyboard. */
    private static void tables(Element body, String name) {
        for (var table : body.select("table")) {
            var caption = table.select("caption").text();
            table.wrap("<div class=\"scroll\" tabindex=\"0\" role=\"region\"></div>");
            var region = table.parent();
            if (region != null) {
                region.attr("aria-label", caption.isEmpty() ? name : caption);
            }
        }
    }

    private static String text(Element body) {
        var words = new StringBuilder();
        body.forEachNode(node -> {
            if (node instanceof TextNode text) {
                words.append(text.getWholeText());
            } else if (node instanceof Element element && element.isBlock()) {
                words.append('\n');
            }
        });
        return words.toString()
                .replaceAll("[ \\t\u00a0]+", " ")
                .replaceAll("\\s*\\n\\s*", "\n")
                .strip();
    }
}
