package org.clientportal.portal.tickets;

import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Page;

/**
 * Asks whether the viewer wants to leave a ticket.
 *
 * @param url of the ticket's people
 * @param formKey one-time key
 * @param shared whether it was only shared with the viewer
 */
public record LeavingPage(Frame frame, String number, String subject, String url, String formKey, boolean shared)
        implements Page {

    @Override
    public String template() {
        return "pages/tickets/leaving";
    }
}
