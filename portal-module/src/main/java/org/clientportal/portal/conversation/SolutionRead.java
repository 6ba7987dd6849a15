package org.clientportal.portal.conversation;

import java.util.Optional;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.branding.PortalAddress;
import org.clientportal.portal.web.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The solution that somebody read before writing, and that did not help. A form names it in its field {@code read}, from which
 * the person can take it; support reads it below the text.
 */
@Component
public class SolutionRead {

    /** Parameter of a form's page and field of the form. */
    public static final String FIELD = "read";

    private final NamedSolutions solutions;
    private final Messages messages;
    private final PortalAddress address;

    SolutionRead(NamedSolutions solutions, Messages messages, PortalAddress address) {
        this.solutions = solutions;
        this.messages = messages;
        this.address = address;
    }

    /**
     * What a form shows. Within a page's transaction.
     *
     * @param draft what was typed before, null at first
     * @param asked the solution that the person comes from, null for none
     */
    public Optional<Solution> shown(Viewer viewer, @Nullable Draft draft, @Nullable String asked) {
        return solution(viewer, draft != null ? draft.value(FIELD) : asked == null ? "" : asked);
    }

    /** The text that is sent, with the solution named below. Within a page's transaction. */
    public String below(String text, Viewer viewer, Draft draft) {
        return solution(viewer, draft.value(FIELD))
                .map(solution -> text + "\n\n"
                        + messages.in(viewer.language()).text("solutions.read", solution.title()) + "\n" + address.url()
                        + solution.url())
                .orElse(text);
    }

    /** The field is empty for whoever has taken the solution out, and blank before its id otherwise. */
    private Optional<Solution> solution(Viewer viewer, String field) {
        return field.isBlank() ? Optional.empty() : solutions.solution(viewer, field.strip());
    }
}
