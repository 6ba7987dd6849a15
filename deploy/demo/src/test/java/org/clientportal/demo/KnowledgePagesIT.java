package org.clientportal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The pages on which most visits begin and end: light, still, without barriers. Each in both languages, three widths, light and
 * dark, once.
 */
class KnowledgePagesIT {

    /** Bytes of a page with everything it fetches, compressed, on a first visit. */
    private static final double HEAVIEST = 100_000;
    /** Of the 0.1 that is held to be good (Core Web Vitals), a tenth. */
    private static final double MOST_SHIFT = 0.01;
    /** Head of an answer, which the browser does not count. */
    private static final int HEAD = 300;

    private static final String WATCH_SHIFTS = """
            window.shift = 0;
            new PerformanceObserver(seen => seen.getEntries().forEach(each => { if (!each.hadRecentInput) shift += each.value; }))
              .observe({ type: 'layout-shift', buffered: true });""";
    /** So that pictures further down arrive too. */
    private static final String SCROLL = """
            async () => {
              for (let y = 0; y < document.body.scrollHeight; y += 500) {
                scrollTo(0, y);
                await new Promise(next => requestAnimationFrame(() => setTimeout(next, 30)));
              }
              await Promise.all([...document.images].map(picture => picture.decode().catch(() => {})));
              scrollTo(0, 0);
              await new Promise(next => setTimeout(next, 100));
            }""";

    private static final String WEIGHT = """
            head => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
              .reduce((sum, each) => sum + each.encodedBodySize + head, 0)""";

    @ParameterizedTest
    @ValueSource(strings = {"pl", "en"})
    void areLightAndStillAndWithoutBarriers(String language) {
        var polish = language.equals("pl");
        try (var visitor = Visitor.speaking(polish ? "pl-PL" : "en-GB")) {
            var page = visitor.signsIn(RunningDemo.person(polish ? "Anna" : "James"))
                    .opens("/knowledge")
                    .page();
            var pages = pages(polish, page.locator(".topics a").first().getAttribute("href"));
            page.addInitScript(WATCH_SHIFTS);
            for (var mode : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new EmulateMediaOptions().setColorScheme(mode));
                for (int width : List.of(360, 820, 1440)) {
                    page.setViewportSize(width, width == 360 ? 780 : 900);
                    pages.forEach((name, path) -> isFit(
                            visitor.opens(path),
                            "%s-%s-%d-%s"
                                    .formatted(
                                            name, language, width, mode.name().toLowerCase(java.util.Locale.ROOT))));
                }
            }
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    private static Map<String, String> pages(boolean polish, String topic) {
        var pages = new LinkedHashMap<String, String>();
        pages.put("home", "/");
        pages.put("knowledge", "/knowledge");
        pages.put("topic", topic);
        pages.put("article", polish ? "/knowledge/A-1010" : "/knowledge/A-1202");
        pages.put("search", polish ? "/search?q=drukarka" : "/search?q=printer");
        pages.put("search-nothing", "/search?q=qwzxvkj");
        return pages;
    }

    private static void isFit(Visitor visitor, String name) {
        var page = visitor.page();
        page.evaluate(SCROLL);
        page.screenshot(new ScreenshotOptions()
                .setPath(Pictures.FOLDER.resolve(name + ".png"))
                .setFullPage(true));
        assertThat(number(page, "shift")).as("layout shift of %s", name).isLessThan(MOST_SHIFT);
        assertThat(((Number) page.evaluate(WEIGHT, HEAD)).doubleValue())
                .as("bytes of %s", name)
                .isBetween(HEAVIEST / 10, HEAVIEST);
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("%s fits", name)
                .isTrue();
        if (name.endsWith("dark")) {
            Barriers.areNoneOfColour(visitor, name);
        } else {
            Barriers.areNone(visitor, name);
        }
    }

    private static double number(Page page, String expression) {
        return ((Number) page.evaluate(expression)).doubleValue();
    }
}
