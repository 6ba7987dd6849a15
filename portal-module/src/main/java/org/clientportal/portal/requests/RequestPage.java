package org.clientportal.portal.requests;

import java.util.List;
import org.clientportal.portal.conversation.Solution;
import org.clientportal.portal.web.Form;
import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * The form of a kind of request.
 *
 * @param version of the kind; posted, so that a change meanwhile is noticed
 * @param icon name in the sprite; not used when there is a picture
 * @param read the solution that the person comes from; null for none
 * @param forColleague whether it may be for a colleague: field {@code colleague}
 * @param changes what is otherwise than when the form was begun; empty normally
 */
public record RequestPage(
        Frame frame,
        Form form,
        int version,
        String name,
        String intro,
        String icon,
        @Nullable String pictureUrl,
        List<FieldView> fields,
        boolean forColleague,
        List<Change> changes,
        @Nullable Solution read)
        implements Page {

    public RequestPage {
        fields = List.copyOf(fields);
        changes = List.copyOf(changes);
    }

    /**
     * One question that changed.
     *
     * @param key {@code added}, {@code changed} or {@code removed}
     * @param typed what was answered, where the question is gone; empty otherwise
     */
    public record Change(String key, String label, String typed) {}

    @Override
    public String template() {
        return "pages/requests/request";
    }
}
