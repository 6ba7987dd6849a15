package org.clientportal.portal.tickets;

import java.util.List;
import org.clientportal.portal.web.Choice;
import org.clientportal.portal.web.Form;
import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Page;

/**
 * Writing a new ticket.
 *
 * @param form fields {@code subject}, {@code text}, {@code category}, {@code priority}, {@code files}
 * @param categories from the platform's list; the first has the empty value when a choice must be made
 * @param priorities from the platform's list; empty when it has none
 * @param textLimit most characters of the description
 */
public record NewTicketPage(Frame frame, Form form, List<Choice> categories, List<Choice> priorities, int textLimit)
        implements Page {

    public NewTicketPage {
        categories = List.copyOf(categories);
        priorities = List.copyOf(priorities);
    }

    @Override
    public String template() {
        return "pages/tickets/new";
    }
}
