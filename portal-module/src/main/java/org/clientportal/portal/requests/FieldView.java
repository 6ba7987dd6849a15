package org.clientportal.portal.requests;

import java.util.List;
import org.clientportal.portal.web.Choice;

/**
 * A question as it is drawn.
 *
 * @param name of the parameter
 * @param type {@code text area number date radios list checks person files}
 * @param required whether an answer is needed for what was answered so far
 * @param off whether it is not asked for what was answered so far
 * @param when in words when it is asked; empty for always
 * @param shownIf the same for the page's script, as JSON; empty for always
 * @param requiredIf when an answer is needed, as JSON; empty when it never changes
 * @param needs in words when an answer is needed; empty when it never changes
 * @param choices of a list; empty for a field that is typed into
 * @param value what it holds
 * @param longest most characters
 * @param earliest of a date, for the browser; empty for none
 * @param latest of a date, for the browser; empty for none
 * @param asks whether solutions are looked for with what is typed
 */
public record FieldView(
        String name,
        String type,
        String label,
        String help,
        boolean required,
        boolean off,
        String when,
        String shownIf,
        String requiredIf,
        String needs,
        List<Choice> choices,
        String value,
        int longest,
        String earliest,
        String latest,
        boolean asks) {

    public FieldView {
        choices = List.copyOf(choices);
    }
}
