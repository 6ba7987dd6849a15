package org.clientportal.portal.conversation;

import freemarker.core.TemplateHTMLOutputModel;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.clientportal.portal.web.Templates;
import org.clientportal.portal.web.Words;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.OrderedList;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * What a person types, with the marks of a small part of Markdown (CommonMark 0.31): bold and italic by asterisks, lists,
 * links, code, quotes. Whatever is none of these is shown as it was typed: no headings, rules, HTML, entities, backslashes,
 * underscores, indented code, pictures or references. In doubt a text has no marks; see docs/adr/0012-rich-text.md.
 */
public final class RichText {

    /** Longer texts are logs; they are shown as they are. */
    private static final int LONGEST = 100_000;

    private static final int DEEPEST = 12;
    private static final Pattern SIGNS = Pattern.compile("[*`\\[]|^ {0,3}(?:[->]|\\d{1,9}\\. )", Pattern.MULTILINE);
    private static final Pattern INFO = Pattern.compile("[\\w+#.-]{0,20}");

    private static final Parser PARSER = Parser.builder()
            .enabledBlockTypes(Set.of(BlockQuote.class, ListBlock.class, FencedCodeBlock.class))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxOpenBlockParsers(DEEPEST)
            .customInlineContentParserFactory(new TypedMarks())
            .build();

    private RichText() {}

    /** Safe HTML of a text that has marks; empty for one that has none, which is plain text then. */
    public static Optional<String> html(String typed) {
        if (typed.length() > LONGEST || !SIGNS.matcher(typed).find()) {
            return Optional.empty();
        }
        try {
            var source = MarkedLines.apart(typed);
            var document = PARSER.parse(source);
            var marks = new Marks();
            document.accept(marks);
            return marks.found && !marks.doubtful
                    ? Optional.of(AgentHtml.safe(renderer(source).render(document)))
                    : Optional.empty();
        } catch (StackOverflowError nested) {
            return Optional.empty();
        }
    }

    /** What a page will show of a text after it is sent. */
    public static TemplateHTMLOutputModel preview(String typed, Words words) {
        var text = typed.strip();
        return Templates.safe(html(text).orElseGet(() -> new FoldedQuotes("preview", words).inText(text)));
    }

    private static HtmlRenderer renderer(String source) {
        return HtmlRenderer.builder()
                .escapeHtml(true)
                .sanitizeUrls(true)
                .softbreak("<br>")
                .nodeRendererFactory(context -> new TypedNodes(context, source))
                .attributeProviderFactory(context -> (node, tag, attributes) ->
                        TypedNodes.number(node, source).ifPresent(number -> attributes.put("value", number)))
                .build();
    }

    /** Whether there is any mark, and whether one may have been meant otherwise. */
    private static final class Marks extends AbstractVisitor {

        private boolean found;
        private boolean doubtful;

        @Override
        public void visit(Emphasis emphasis) {
            found = true;
            visitChildren(emphasis);
        }

        @Override
        public void visit(StrongEmphasis strong) {
            found = true;
            visitChildren(strong);
        }

        @Override
        public void visit(Code code) {
            found = true;
        }

        @Override
        public void visit(Link link) {
            found |= TypedNodes.isLink(link);
            visitChildren(link);
        }

        @Override
        public void visit(BlockQuote quote) {
            found = true;
            visitChildren(quote);
        }

        @Override
        public void visit(BulletList list) {
            found = true;
            // "+ 48 600 600 600" is no list, a lonely "* with VAT" a footnote
            doubtful |= "+".equals(list.getMarker())
                    || ("*".equals(list.getMarker()) && list.getFirstChild() == list.getLastChild());
            visitChildren(list);
        }

        @Override
        public void visit(OrderedList list) {
            found = true;
            // would be drawn with a full stop
            doubtful |= !".".equals(list.getMarkerDelimiter());
            visitChildren(list);
        }

        @Override
        public void visit(ListItem item) {
            // a lonely hyphen, "* * *"
            doubtful |= item.getFirstChild() == null || item.getFirstChild() instanceof ListBlock;
            visitChildren(item);
        }

        /** Would vanish, and what names it would become a link. */
        @Override
        public void visit(LinkReferenceDefinition definition) {
            doubtful = true;
        }

        @Override
        public void visit(FencedCodeBlock code) {
            found = true;
            doubtful |= !"`".equals(code.getFenceCharacter())
                    || code.getClosingFenceLength() == null
                    || !INFO.matcher(code.getInfo() == null ? "" : code.getInfo())
                            .matches();
        }
    }
}
