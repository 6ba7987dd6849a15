package org.clientportal.demo.chaos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.clientportal.demo.chaos.DeskSide.DeskEntry;
import org.clientportal.demo.chaos.DeskSide.DeskTicket;
import org.clientportal.itsm.Entry.Role;
import org.jsoup.nodes.Document;

/** What was accepted, what the desk has, what the pages say: all three must be the same. */
final class Comparison {

    private final Scene scene;

    Comparison(Scene scene) {
        this.scene = scene;
    }

    /** Throws {@link Differs} with everything that is not as it must be. */
    void require(List<Talk> talks) {
        var tickets = scene.desk().tickets();
        var wrong = new ArrayList<String>();
        if (tickets.size() != talks.size()) {
            wrong.add(talks.size() + " tickets were accepted, the desk has " + tickets.size());
        }
        for (var talk : talks) {
            var same = tickets.stream()
                    .filter(ticket -> ticket.subject().equals(talk.subject()))
                    .toList();
            if (same.size() != 1) {
                wrong.add("\"" + talk.subject() + "\" is on the desk " + same.size() + " times");
            } else {
                compare(talk, same.getFirst(), wrong);
            }
        }
        if (!wrong.isEmpty()) {
            throw new Differs(String.join("\n", wrong));
        }
    }

    private void compare(Talk talk, DeskTicket ticket, List<String> wrong) {
        var written = ticket.said().stream()
                .filter(entry -> entry.author().role() == Role.PERSON)
                .toList();
        var texts = written.stream().map(DeskEntry::text).toList();
        if (!texts.equals(talk.accepted())) {
            wrong.add("\"" + talk.subject() + "\": accepted " + talk.accepted() + ", on the desk " + texts);
        }
        written.stream()
                .filter(entry -> !talk.writer().id().equals(entry.author().personId()))
                .forEach(entry -> wrong.add("\"" + entry.text() + "\" has the author " + entry.author()));
        var onDesk = ticket.said().stream()
                .map(entry -> entry.author().name() + ": " + entry.text())
                .toList();
        try {
            scene.await(
                    "the page of \"" + talk.subject() + "\" to say what the desk says, which is " + onDesk,
                    () -> said(talk).equals(onDesk));
        } catch (Differs late) {
            wrong.add(late.getMessage() + "; it says " + said(talk));
        }
    }

    private List<String> said(Talk talk) {
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
        var browser = scene.browser(talk.writer());
        try {
            var page = browser.page(talk.url());
            var older = page.selectFirst("a#older");
            return older == null ? page : browser.page(older.attr("href"));
        } catch (IOException gone) {
            throw new Differs("the portal is gone by itself", gone);
        }
    }
}
