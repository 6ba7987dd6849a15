package org.clientportal.demo.chaos;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Two things that happen to an installation: the platform is down for a while, the portal's database is lost. */
final class Stories {

    private final Scene scene;
    private final Comparison comparison;

    Stories(Scene scene, Comparison comparison) {
        this.scene = scene;
        this.comparison = comparison;
    }

    /**
     * First the desk answers 503, then it is gone: pages work, a new ticket and replies are accepted and shown as waiting. When
     * it is back they arrive in order.
     *
     * @return what was written
     */
    List<Talk> platformDown() throws IOException, InterruptedException {
        var anna = scene.browser(Writer.ANNA);
        var before = new Talk(Writer.ANNA, "Before the desk went down");
        before.say(anna, "Still there");
        scene.awaitEmptyOutbox();

        scene.desk().order(Map.of("down", true));
        before.say(anna, "Said to a desk that answers 503");
        mustWait(before);
        scene.killDesk();
        var during = new Talk(Writer.ANNA, "While the desk is gone");
        during.say(anna, "Is anybody there?");
        during.say(anna, "Nobody.");
        before.say(anna, "Said to a desk that is gone");
        for (var path : List.of("/", "/tickets", "/tickets/new", "/profile")) {
            anna.page(path);
        }
        mustWait(before);
        mustWait(during);

        scene.deskAgain();
        scene.awaitEmptyOutbox();
        return List.of(before, during);
    }

    private void mustWait(Talk talk) {
        var waiting = comparison.whole(talk).select("main li.sending, main li.unknown");
        if (waiting.isEmpty()) {
            throw new Differs("\"" + talk.subject() + "\" is not shown as waiting while the platform is down");
        }
    }

    /** The database is dropped and synced again: every page reads as before, authors included. */
    void databaseLost(List<Talk> talks) throws SQLException {
        var tickets = scene.desk().tickets();
        for (var talk : talks.subList(0, Math.min(3, talks.size()))) {
            tickets.stream()
                    .filter(ticket -> ticket.subject().equals(talk.subject()))
                    .forEach(ticket -> scene.desk().agentReplies(ticket.id(), "Answer to " + talk.subject()));
        }
        comparison.require(talks);
        var numbers = new ArrayList<Talk>();
        var before = new ArrayList<String>();
        for (var talk : talks) {
            var page = comparison.whole(talk);
            before.add(plain(page));
            numbers.add(talk.under("/tickets/" + page.select("#state .code").text()));
        }
        scene.loseDatabase();
        comparison.require(numbers);
        for (int i = 0; i < before.size(); i++) {
            var now = plain(comparison.whole(numbers.get(i)));
            if (!now.equals(before.get(i))) {
                throw new Differs("the page of \"" + numbers.get(i).subject() + "\" was\n" + before.get(i)
                        + "\nand after the loss of the database it is\n" + now);
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
