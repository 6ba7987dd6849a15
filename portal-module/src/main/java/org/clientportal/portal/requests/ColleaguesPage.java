package org.clientportal.portal.requests;

import java.util.List;
import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Page;

/** A part of a page: colleagues to choose from while a name is typed. */
public record ColleaguesPage(Frame frame, List<Option> options) implements Page {

    public ColleaguesPage {
        options = List.copyOf(options);
    }

    /**
     * One of them.
     *
     * @param value what the field holds when it is chosen
     */
    public record Option(String value, String name, String organisation) {}

    @Override
    public String template() {
        return "pages/requests/colleagues";
    }
}
