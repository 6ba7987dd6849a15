package org.clientportal.demo.chaos;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.clientportal.demo.chaos.DeskSide.DeskTicket;
import org.clientportal.itsm.Approval.State;
import org.clientportal.itsm.Entry.Kind;
import org.clientportal.itsm.Entry.Role;
import org.clientportal.ports.KillPoint;

/**
 * What is done about a ticket besides writing: somebody else agrees to it, the person closes it and says how it was. The portal
 * dies in each of the three, at places that follow from the seed; each must have its effect once.
 */
final class Afterwards {

    private static final List<KillPoint> PLACES = List.of(KillPoint.values());

    private final Scene scene;
    private final long seed;

    Afterwards(Scene scene, long seed) {
        this.scene = scene;
        this.seed = seed;
    }

    /** @return the ticket it was about */
    Talk play() throws IOException {
        var talk = new Talk(Writer.ANNA, "What follows an answer");
        talk.say(scene.portal().browser(Writer.ANNA), "Please order a monitor");
        scene.portal().awaitEmptyOutbox();
        var number = onDesk(talk).number();
        scene.desk().asks(onDesk(talk).id(), Writer.EWA.id());
        scene.portal().await("the question", () -> scene.portal().count("approval where state = 'WAITING'") == 1);
        dieIn(0, Writer.EWA, "/tickets/" + number + "/approval", Map.of("decision", "APPROVE", "text", "Zgoda"));
        require(
                talk,
                "approved once",
                ticket -> ticket.approvals().stream()
                                .filter(one -> one.state() == State.APPROVED)
                                .count()
                        == 1);
        scene.desk().solves(onDesk(talk).id());
        scene.portal().await("the solution", () -> scene.portal().count("ticket where meaning = 'SOLVED'") == 1);
        dieIn(1, Writer.ANNA, "/tickets/" + number + "/closure", Map.of());
        require(talk, "closed once by the person", ticket -> closings(ticket) == 1);
        dieIn(2, Writer.ANNA, "/tickets/" + number + "/rating", Map.of("score", "4", "comment", "Szybko"));
        require(talk, "rated", ticket -> {
            var rating = ticket.margin().rating();
            return rating != null && rating.score() == 4 && rating.comment().equals("Szybko");
        });
        return talk;
    }

    private void dieIn(int act, Writer writer, String path, Map<String, String> typed) throws IOException {
        var place = PLACES.get((int) Math.floorMod(seed + act * 2L, PLACES.size()));
        var browser = scene.portal().browser(writer);
        var form = Browser.fill(browser.page(path), path, typed);
        scene.portal().kill();
        if (!scene.portal().start(place, 0)) {
            throw new Differs("the portal had something to do before it was asked");
        }
        var answered = true;
        try {
            browser.post(form);
        } catch (IOException gone) {
            answered = false;
        }
        scene.portal().awaitDeath(place.word());
        scene.portal().start(null, 0);
        if (!answered) {
            browser.post(form);
        }
        scene.portal().awaitEmptyOutbox();
    }

    private void require(Talk talk, String what, Predicate<DeskTicket> holds) {
        var ticket = onDesk(talk);
        if (!holds.test(ticket)) {
            throw new Differs("\"" + talk.subject() + "\" is not " + what + " on the desk: " + ticket);
        }
    }

    private static long closings(DeskTicket ticket) {
        return ticket.entries().stream()
                .filter(entry ->
                        entry.kind() == Kind.STATUS_CHANGE && entry.author().role() == Role.PERSON)
                .count();
    }

    private DeskTicket onDesk(Talk talk) {
        return scene.desk().tickets().stream()
                .filter(ticket -> ticket.subject().equals(talk.subject()))
                .findFirst()
                .orElseThrow(() -> new Differs("\"" + talk.subject() + "\" is not on the desk"));
    }
}
