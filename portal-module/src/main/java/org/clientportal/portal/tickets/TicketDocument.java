package org.clientportal.portal.tickets;

import java.util.List;
import org.clientportal.portal.conversation.EntryView;
import org.clientportal.portal.conversation.StateView;
import org.clientportal.portal.pdf.Document;
import org.clientportal.portal.pdf.DocumentFrame;
import org.clientportal.portal.web.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * A ticket on paper: what its page shows to the same viewer, whole.
 *
 * @param number null while the platform has not given one yet
 * @param facts what is known of it, in order; only what there is
 * @param leftOut how many of the oldest entries are not in it because there are too many; 0 normally
 * @param days what was said, oldest first
 */
public record TicketDocument(
        DocumentFrame frame,
        @Nullable String number,
        String subject,
        StateView state,
        List<Fact> facts,
        int leftOut,
        List<Day> days,
        List<AroundView.LinkView> links)
        implements Document {

    public TicketDocument {
        facts = List.copyOf(facts);
        days = List.copyOf(days);
        links = List.copyOf(links);
    }

    /** One line of the facts; {@code name} is a message. */
    public record Fact(Phrase name, String value) {}

    /** What was said on one day; the label has its year, since nobody knows when it is read. */
    public record Day(String label, List<Line> entries) {

        public Day {
            entries = List.copyOf(entries);
        }
    }

    /**
     * One thing said or done.
     *
     * @param entry as on the page, with a body fit for paper
     * @param at the exact moment with its offset
     * @param pictures those of its files that are drawn
     */
    public record Line(EntryView entry, String at, List<Picture> pictures) {

        public Line {
            pictures = List.copyOf(pictures);
        }
    }

    /** A picture that is drawn; {@code name} is the file's. */
    public record Picture(String url, String name) {}

    @Override
    public String template() {
        return "documents/tickets/ticket";
    }
}
