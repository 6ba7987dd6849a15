package org.clientportal.portal.conversation;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** Draws what a typed text has: bare addresses become links, and what is no mark here stands as it was typed. */
record TypedNodes(HtmlNodeRendererContext context, String source) implements NodeRenderer {

    private static final Pattern TARGET = Pattern.compile("(?i)(?:https?://|mailto:|tel:).+");
    private static final Pattern NUMBER = Pattern.compile("^[\\s>]*(\\d{1,9})\\.");

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Text.class, Link.class, Image.class);
    }

    @Override
    public void render(Node node) {
        if (node instanceof Text text) {
            text(text);
        } else if (node instanceof Link link && isLink(link)) {
            link(link);
        } else {
            context.getWriter().raw(typed(node));
        }
    }

    /** Named in place, and to somewhere a person can go. */
    static boolean isLink(Link link) {
        return TARGET.matcher(link.getDestination()).matches() && link.getTitle() == null;
    }

    private void text(Text text) {
        var html = context.getWriter();
        for (var parent = text.getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof Link) {
                html.text(text.getLiteral());
                return;
            }
        }
        html.raw(PlainText.linked(text.getLiteral()));
    }

    private void link(Link link) {
        var html = context.getWriter();
        html.tag("a", context.extendAttributes(link, "a", Map.of("href", link.getDestination())));
        for (var child = link.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
        html.tag("/a");
    }

    private String typed(Node node) {
        return PlainText.linked(spanned(node, source)).replace("\n", "<br>");
    }

    private static String spanned(Node node, String source) {
        var spans = node.getSourceSpans();
        if (spans.isEmpty()) {
            return "";
        }
        var last = spans.getLast();
        return source.substring(spans.getFirst().getInputIndex(), last.getInputIndex() + last.getLength());
    }

    /** The number that somebody gave to an item, when it is not the one that follows. */
    static Optional<String> number(Node node, String source) {
        if (!(node instanceof ListItem item) || !(item.getParent() instanceof OrderedList list)) {
            return Optional.empty();
        }
        var expected = list.getMarkerStartNumber();
        for (var earlier = item.getPrevious(); earlier != null; earlier = earlier.getPrevious()) {
            expected++;
        }
        var typed = NUMBER.matcher(spanned(item, source));
        return typed.find() && !typed.group(1).equals(String.valueOf(expected))
                ? Optional.of(typed.group(1))
                : Optional.empty();
    }
}
