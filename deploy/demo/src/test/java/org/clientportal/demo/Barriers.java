package org.clientportal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import java.util.List;

/** What stands in the way of somebody on a page, as far as a machine can tell. */
final class Barriers {

    /** What axe finds of WCAG 2.2 A and AA and of good practice. */
    static void areNone(Visitor visitor, String page) {
        areNone(visitor, page, new AxeBuilder(visitor.page()));
    }

    /** Colours alone: all that another mode can change. */
    static void areNoneOfColour(Visitor visitor, String page) {
        areNone(visitor, page, new AxeBuilder(visitor.page()).withRules(List.of("color-contrast")));
    }

    private static void areNone(Visitor visitor, String page, AxeBuilder axe) {
        // axe fetches style sheets itself, also those of another origin, which the browser then complains of
        var before = List.copyOf(visitor.complaints());
        var barriers = axe.analyze().getViolations().stream()
                .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                        + rule.getNodes().stream().map(node -> node.getHtml()).toList())
                .toList();
        visitor.complaints().retainAll(before);
        assertThat(barriers).as(page).isEmpty();
    }

    private Barriers() {}
}
