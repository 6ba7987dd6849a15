package org.clientportal.portal.tickets;

import java.util.List;
import org.clientportal.portal.web.Choice;
import org.clientportal.portal.web.Form;
import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Page;
import org.clientportal.portal.web.Phrase;
import org.clientportal.portal.web.WhenView;
import org.jspecify.annotations.Nullable;

/**
 * A question to the viewer: agree or not.
 *
 * @param url of the ticket
 * @param question empty when the ticket says it all
 * @param due until when an answer is wanted; null when nobody said
 * @param state how it stands, in a sentence
 * @param icon of the state
 * @param tone of the state
 * @param reason what was said with the decision; empty when nothing was
 * @param form fields {@code decision} and {@code text}; null when there is nothing left to say
 * @param approval its id, posted back
 * @param decisions the values of {@code decision}
 */
public record ApprovalPage(
        Frame frame,
        String number,
        String subject,
        String url,
        String question,
        WhenView asked,
        @Nullable String due,
        Phrase state,
        String icon,
        String tone,
        String reason,
        @Nullable Form form,
        long approval,
        List<Choice> decisions)
        implements Page {

    public ApprovalPage {
        decisions = List.copyOf(decisions);
    }

    @Override
    public String template() {
        return "pages/tickets/approval";
    }
}
