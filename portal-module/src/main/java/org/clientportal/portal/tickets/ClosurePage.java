package org.clientportal.portal.tickets;

import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Page;

/**
 * Asks whether to close a ticket that support has not solved.
 *
 * @param action where the answer is posted
 * @param formKey one-time key
 * @param backUrl the ticket
 * @param reopenDays so long it can be opened again
 */
public record ClosurePage(
        Frame frame, String number, String subject, String action, String formKey, String backUrl, long reopenDays)
        implements Page {

    @Override
    public String template() {
        return "pages/tickets/closure";
    }
}
