package org.clientportal.portal.tickets;

import java.util.List;
import org.clientportal.portal.web.Choice;
import org.clientportal.portal.web.Form;
import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Page;
import org.clientportal.portal.web.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * Who sees a ticket, and why.
 *
 * @param number null while the platform has not given one
 * @param url of the ticket
 * @param form adds somebody: fields {@code who}, {@code how}, {@code until}; null for whoever only reads the ticket
 * @param hows the values of {@code how}
 * @param today the first day that {@code until} can be, as the field takes it
 * @param removalKey one-time key of whichever removal is pressed
 * @param leaves whether the viewer can leave it
 */
public record TicketPeoplePage(
        Frame frame,
        String subject,
        @Nullable String number,
        String url,
        List<Row> people,
        @Nullable Form form,
        List<Choice> hows,
        String today,
        String removalKey,
        boolean leaves)
        implements Page {

    public TicketPeoplePage {
        people = List.copyOf(people);
        hows = List.copyOf(hows);
    }

    /**
     * One of them.
     *
     * @param person the portal's id
     * @param why the reason
     * @param note what becomes of it; null normally
     * @param bad whether the note is bad news
     * @param removable whether the viewer can take them out
     */
    public record Row(
            long person,
            String name,
            boolean you,
            Phrase why,
            @Nullable Phrase note,
            boolean bad,
            boolean removable) {}

    @Override
    public String template() {
        return "pages/tickets/people";
    }
}
