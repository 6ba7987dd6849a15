package org.clientportal.portal.tickets;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.web.Words;

/** New tickets that begin with words of ours, by what they are about; an address cannot put words of its own there. */
final class TicketStarts {

    private static final String OWN_DETAILS = "own-details";

    private TicketStarts() {}

    /** First values of the form's fields; none when the address names nothing we know. */
    static Map<String, String> of(HttpServletRequest request, Viewer viewer, Words words) {
        return OWN_DETAILS.equals(request.getParameter("about"))
                ? Map.of(
                        "subject", words.text("profile.correct.subject"),
                        "text", words.text("profile.correct.text", viewer.name(), viewer.email()))
                : Map.of();
    }
}
