package org.clientportal.portal.tickets;

import java.util.List;
import org.clientportal.portal.web.Form;
import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Page;

/**
 * Asks how a person found the solution.
 *
 * @param backUrl the ticket
 */
public record RatingPage(Frame frame, String number, String subject, Form form, String backUrl) implements Page {

    /** From very good to very bad; the words are the messages {@code rating.<score>}. */
    public static final List<Integer> SCORES = List.of(5, 4, 3, 2, 1);

    static final int LONGEST_COMMENT = 2_000;

    public List<Integer> scores() {
        return SCORES;
    }

    public int commentLimit() {
        return LONGEST_COMMENT;
    }

    public static Form.Problem scoreMissing() {
        return Form.Problem.of("score", "rating.score-missing");
    }

    public static Form.Problem commentTooLong() {
        return Form.Problem.of("comment", "rating.comment-long", LONGEST_COMMENT);
    }

    @Override
    public String template() {
        return "pages/tickets/rating";
    }
}
