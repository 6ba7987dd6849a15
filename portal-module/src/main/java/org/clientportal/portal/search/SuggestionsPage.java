package org.clientportal.portal.search;

import java.util.List;
import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Page;

/** What may be meant by what was typed so far: a fragment for the field's list. */
public record SuggestionsPage(Frame frame, String query, List<Suggestion> suggestions, String allUrl) implements Page {

    public SuggestionsPage {
        suggestions = List.copyOf(suggestions);
    }

    public record Suggestion(String kind, String icon, Hit hit) {}

    @Override
    public String template() {
        return "pages/search/suggestions";
    }
}
