package org.clientportal.portal.knowledge;

import java.util.List;
import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Page;

/**
 * A part of a page: solutions that fit what is being written.
 *
 * @param solutions at most three
 */
public record SolutionsPage(Frame frame, List<Solution> solutions) implements Page {

    public SolutionsPage {
        solutions = List.copyOf(solutions);
    }

    /** @param language set where it is not the reader's; empty otherwise */
    public record Solution(String url, String title, String language) {}

    @Override
    public String template() {
        return "pages/knowledge/solutions";
    }
}
