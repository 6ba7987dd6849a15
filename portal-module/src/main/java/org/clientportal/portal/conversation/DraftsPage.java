package org.clientportal.portal.conversation;

import java.util.List;
import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Page;
import org.clientportal.portal.web.Phrase;
import org.clientportal.portal.web.WhenView;
import org.jspecify.annotations.Nullable;

/**
 * What the viewer has typed and not sent.
 *
 * @param rows the latest first
 * @param keptDays how long a draft is kept after its last change
 */
public record DraftsPage(Frame frame, List<Row> rows, long keptDays) implements Page {

    public DraftsPage {
        rows = List.copyOf(rows);
    }

    /**
     * One of them.
     *
     * @param subject of what it is about; null when it has none yet
     * @param words the first of what was typed; empty when nothing was
     * @param url where it goes on; null when what it belongs to is not to be seen any more
     */
    public record Row(
            Phrase kind,
            @Nullable String subject,
            String words,
            int files,
            WhenView changed,
            @Nullable String url,
            String removalUrl) {}

    @Override
    public String template() {
        return "pages/drafts/drafts";
    }
}
