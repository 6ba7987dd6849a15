package org.clientportal.demo.chaos;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Two things that happen to an installation: the platform is down for a while, the portal's database is lost. */
final class Stories {

    private final Scene scene;
    private final Comparison comparison;
    private final TalkPages pages;

    Stories(Scene scene, Comparison comparison) {
        this.scene = scene;
        this.pages = new TalkPages(scene.portal());
        this.comparison = comparison;
    }

    /**
     * First the desk answers 503, then it is gone: pages work, a new ticket and replies are accepted and shown as waiting. When
     * it is back they arrive in order.
     *
     * @return what was written
     */
    List<Talk> platformDown() throws IOException, InterruptedException {
        var anna = scene.portal().browser(Writer.ANNA);
        var before = new Talk(Writer.ANNA, "Before the desk went down");
        before.say(anna, "Still there");
        scene.portal().awaitEmptyOutbox();

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
        scene.portal().awaitEmptyOutbox();
        return List.of(before, during);
    }

    private void mustWait(Talk talk) {
        var waiting = pages.whole(talk).select("main li.sending, main li.unknown");
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
        var before = pages.remember(talks);
        scene.portal().loseDatabase();
        pages.require(before);
        comparison.require(before.talks());
    }
}
