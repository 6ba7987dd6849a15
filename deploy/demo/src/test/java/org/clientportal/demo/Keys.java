package org.clientportal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;

/** Hands that have a keyboard and nothing else. At each step they must see where they are. */
final class Keys {

    /** No page has more places to stop at. */
    private static final int MOST = 150;

    /**
     * Whether the wanted element has the focus, and what is wrong with the one that has it: no mark around it, or something
     * lies over it. A field without looks of its own is marked by its label, a link that fills its row by the row.
     */
    private static final String FOCUS = """
            selector => {
              const at = document.activeElement;
              if (!at || at === document.body) return {there: false, wrong: ''};
              const own = [at, ...(at.labels ?? [])];
              const near = [...own];
              for (let up = at.parentElement; up && near.length < own.length + 4; up = up.parentElement) near.push(up);
              const outlined = style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
              const marked = near.some(each => outlined(getComputedStyle(each)))
                || own.some(each => getComputedStyle(each).boxShadow !== 'none');
              const seen = own.some(each => {
                const box = each.getBoundingClientRect();
                return [[0.5, 0.5], [0.1, 0.2], [0.9, 0.8]].some(([x, y]) => {
                  const top = document.elementFromPoint(box.left + x * box.width, box.top + y * box.height);
                  return top && own.some(one => one === top || one.contains(top) || top.contains(one));
                });
              });
              const wrong = !marked ? 'not marked' : !seen ? 'covered or out of sight' : '';
              return {there: at.matches(selector), wrong: wrong && at.outerHTML.slice(0, 160) + ' is ' + wrong};
            }""";

    private final Page page;

    Keys(Visitor visitor) {
        page = visitor.page();
    }

    /** Goes on with Tab until the element has the focus. */
    Keys to(String selector) {
        for (int step = 0; step < MOST; step++) {
            if (isAt(selector)) {
                return this;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError(page.url() + ": no way by Tab to " + selector);
    }

    private boolean isAt(String selector) {
        var focus = (Map<?, ?>) page.evaluate(FOCUS, selector);
        assertThat(focus.get("wrong")).as(page.url()).isEqualTo("");
        return Boolean.TRUE.equals(focus.get("there"));
    }

    Keys press(String key) {
        page.keyboard().press(key);
        return this;
    }

    Keys type(String text) {
        page.keyboard().type(text);
        return this;
    }

    /** Follows a link or presses a button, and waits for the page behind it. */
    void enter(String selector) {
        to(selector);
        page.waitForNavigation(() -> press("Enter"));
    }
}
