package org.clientportal.demo.chaos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What the pages of tickets say, now and after the portal's database was lost. */
final class TalkPages {

    private final KillablePortal portal;

    TalkPages(KillablePortal portal) {
        this.portal = portal;
    }

    /** What was said, as {@code name: text}, oldest first. */
    List<String> said(Talk talk) {
        return whole(talk).select("main article.bubble").stream()
                .map(entry -> {
                    var own = entry.select(".by > b + span");
                    var name = entry.closest("li.me") != null
                            ? own.text()
                            : entry.select(".by > b").text();
                    return name + ": " + entry.select(".prose").text();
                })
                .toList();
    }

    /** The page of a ticket with everything that was said. */
    Document whole(Talk talk) {
        var browser = portal.browser(talk.writer());
        try {
            var page = browser.page(talk.url());
            var older = page.selectFirst("a#older");
            return older == null ? page : browser.page(older.attr("href"));
        } catch (IOException gone) {
            throw new Differs("the portal is gone by itself", gone);
        }
    }

    /** The pages as they are now, letter by letter. */
    Remembered remember(List<Talk> talks) {
        var numbered = new ArrayList<Talk>();
        var plain = new ArrayList<String>();
        for (var talk : talks) {
            var page = whole(talk);
            plain.add(plain(page));
            numbered.add(talk.under("/tickets/" + page.select("#state .code").text()));
        }
        return new Remembered(List.copyOf(numbered), List.copyOf(plain));
    }

    /**
     * How pages were.
     *
     * @param talks under the platform's numbers, which outlive the portal's database
     */
    record Remembered(List<Talk> talks, List<String> plain) {}

    /** Waits until the tickets are synced again; throws {@link Differs} for the first page that does not come to read as it did. */
    void require(Remembered before) {
        for (int i = 0; i < before.talks().size(); i++) {
            var talk = before.talks().get(i);
            var number = talk.url().substring("/tickets/".length());
            portal.await("ticket " + number, () -> portal.count("ticket where number = '" + number + "'") == 1);
            var was = before.plain().get(i);
            try {
                portal.await("the page", () -> plain(whole(talk)).equals(was));
            } catch (Differs late) {
                throw new Differs(
                        "the page of \"" + talk.subject() + "\" was\n" + was
                                + "\nand after the loss of the database it is\n" + plain(whole(talk)),
                        late);
            }
        }
    }

    /** The main part without one-time keys and without the ids that the portal counts for itself. */
    private static String plain(Document page) {
        var main = page.select("main").first();
        if (main == null) {
            throw new Differs("no main part on the page \"" + page.title() + "\"");
        }
        main.select("input[type=hidden]").forEach(Element::remove);
        main.select("[id^=entry-]").forEach(entry -> entry.removeAttr("id"));
        main.select("[href^=/attachments/]").forEach(file -> file.attr("href", "/attachments/"));
        return main.outerHtml();
    }
}
