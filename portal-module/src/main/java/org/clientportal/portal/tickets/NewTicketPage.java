package org.clientportal.portal.tickets;

import freemarker.core.TemplateHTMLOutputModel;
import java.util.List;
import org.clientportal.portal.conversation.Solution;
import org.clientportal.portal.web.Choice;
import org.clientportal.portal.web.Form;
import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * Writing a new ticket.
 *
 * @param preview what the description will look like; null unless it is asked for
 * @param form fields {@code subject}, {@code text}, {@code category}, {@code priority}, {@code files}
 * @param categories from the platform's list; the first has the empty value when a choice must be made
 * @param priorities from the platform's list; empty when it has none
 * @param textLimit most characters of the description
 * @param forColleague whether it may be for a colleague: field {@code colleague}
 * @param read the solution that did not help and is named in the ticket; null for none
 * @param follows the ticket that this one takes up again; null for none
 * @param about the asset that it is about; null for none
 */
public record NewTicketPage(
        Frame frame,
        @Nullable TemplateHTMLOutputModel preview,
        Form form,
        List<Choice> categories,
        List<Choice> priorities,
        int textLimit,
        boolean forColleague,
        @Nullable Solution read,
        @Nullable Follows follows,
        AssetsNamed.@Nullable Named about)
        implements Page {

    /** A ticket that is taken up again. */
    public record Follows(String number, String subject, String url) {}

    public NewTicketPage {
        categories = List.copyOf(categories);
        priorities = List.copyOf(priorities);
    }

    /** The first choice where the person has to choose: nothing yet. */
    public static Choice nothingChosen(Frame frame, boolean selected) {
        return new Choice("", frame.words().text("tickets.new.category-choose"), selected);
    }

    public static Form.Problem subjectMissing() {
        return Form.Problem.of("subject", "tickets.new.subject-missing");
    }

    public static Form.Problem subjectTooLong(int limit) {
        return Form.Problem.of("subject", "tickets.new.subject-long", limit);
    }

    public static Form.Problem textMissing() {
        return Form.Problem.of("text", "tickets.new.text-missing");
    }

    public static Form.Problem textTooLong(int limit) {
        return Form.Problem.of("text", "tickets.new.text-long", limit);
    }

    public static Form.Problem categoryMissing() {
        return Form.Problem.of("category", "tickets.new.category-missing");
    }

    /** A value that is not on the platform's list (any more); {@code field} is category or priority. */
    public static Form.Problem choiceUnknown(String field) {
        return Form.Problem.of(field, "tickets.new.choice-unknown");
    }

    @Override
    public String template() {
        return "pages/tickets/new";
    }
}
