package org.clientportal.portal.tickets;

import java.util.List;
import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Page;
import org.clientportal.portal.web.Phrase;
import org.clientportal.portal.web.WhenView;

/**
 * What the viewer is asked to approve.
 *
 * @param waiting those that wait for the viewer, the oldest first
 * @param decided the others, the latest first
 */
public record ApprovalsPage(Frame frame, List<Row> waiting, List<Row> decided) implements Page {

    public ApprovalsPage {
        waiting = List.copyOf(waiting);
        decided = List.copyOf(decided);
    }

    /**
     * One of them.
     *
     * @param state how it stands
     * @param tone of the state's pill
     * @param at when it was asked, or decided
     */
    public record Row(String url, String number, String subject, Phrase state, String tone, WhenView at) {}

    @Override
    public String template() {
        return "pages/tickets/approvals";
    }
}
