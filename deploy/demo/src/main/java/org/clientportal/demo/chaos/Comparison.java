package org.clientportal.demo.chaos;

import java.util.ArrayList;
import java.util.List;
import org.clientportal.demo.chaos.DeskSide.DeskEntry;
import org.clientportal.demo.chaos.DeskSide.DeskTicket;
import org.clientportal.itsm.Entry.Role;

/** What was accepted, what the desk has, what the pages say: all three must be the same. */
final class Comparison {

    private final Scene scene;
    private final TalkPages pages;

    Comparison(Scene scene) {
        this.scene = scene;
        this.pages = new TalkPages(scene.portal());
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
            scene.portal()
                    .await(
                            "the page of \"" + talk.subject() + "\" to say what the desk says, which is " + onDesk,
                            () -> pages.said(talk).equals(onDesk));
        } catch (Differs late) {
            wrong.add(late.getMessage() + "; it says " + pages.said(talk));
        }
    }
}
