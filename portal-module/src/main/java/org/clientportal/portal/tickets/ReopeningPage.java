package org.clientportal.portal.tickets;

import org.clientportal.portal.web.Form;
import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Page;

/**
 * Asks what still does not work.
 *
 * @param solved whether support thinks it is solved; else it is over
 * @param backUrl the ticket
 */
public record ReopeningPage(Frame frame, String number, String subject, boolean solved, Form form, String backUrl)
        implements Page {

    public static Form.Problem textMissing() {
        return Form.Problem.of("text", "reopening.text-missing");
    }

    @Override
    public String template() {
        return "pages/tickets/reopening";
    }
}
