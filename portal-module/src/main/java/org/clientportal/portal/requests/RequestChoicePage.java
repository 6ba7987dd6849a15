package org.clientportal.portal.requests;

import java.util.List;
import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked for.
 *
 * @param query what was looked for; empty for everything
 * @param read id of the solution that the person comes from, carried on to the form; empty for none
 * @param found of a query; null when nothing was looked for
 * @param frequent the most used ones; empty while nobody has used any
 */
public record RequestChoicePage(
        Frame frame,
        String query,
        String read,
        @Nullable List<KindView> found,
        List<KindView> frequent,
        List<Group> groups)
        implements Page {

    public RequestChoicePage {
        frequent = List.copyOf(frequent);
        groups = List.copyOf(groups);
    }

    /**
     * A kind as it is offered.
     *
     * @param icon name in the sprite; not used when there is a picture
     * @param words everything it is found by while typing
     */
    public record KindView(
            String id,
            String url,
            String name,
            String summary,
            String icon,
            @Nullable String pictureUrl,
            String words) {}

    /** A heading with what stands under it. */
    public record Group(String name, List<KindView> kinds) {
        public Group {
            kinds = List.copyOf(kinds);
        }
    }

    @Override
    public String template() {
        return "pages/requests/choice";
    }
}
