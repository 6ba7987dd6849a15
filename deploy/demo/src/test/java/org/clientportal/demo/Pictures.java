package org.clientportal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import java.util.List;

/** Pictures of pages in three widths, to be looked at; nothing may stick out and no barrier stand. */
final class Pictures {

    static final Path FOLDER = Path.of(System.getProperty("demo.pictures", "target/pictures"));
    private static final List<Integer> WIDTHS = List.of(360, 820, 1440);

    /** Of the page that the visitor has open; without scripts nobody measures it. */
    static void take(Visitor visitor, String name) {
        var page = visitor.page();
        for (var width : WIDTHS) {
            page.setViewportSize(width, width == 360 ? 780 : 900);
            page.screenshot(new ScreenshotOptions()
                    .setPath(FOLDER.resolve(name + "-" + width + ".png"))
                    .setFullPage(true));
            if (visitor.hasScripts()) {
                assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .as("%s fits into %d", name, width)
                        .isTrue();
                Barriers.areNone(visitor, "%s at %d".formatted(name, width));
            }
        }
    }

    private Pictures() {}
}
