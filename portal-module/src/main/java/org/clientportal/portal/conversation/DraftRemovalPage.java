package org.clientportal.portal.conversation;

import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Page;

/** Asks whether a draft is to be thrown away. */
public record DraftRemovalPage(Frame frame, DraftsPage.Row draft) implements Page {

    @Override
    public String template() {
        return "pages/drafts/removal";
    }
}
