package org.clientportal.portal.announcements;

import java.util.List;
import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Page;
import org.clientportal.portal.web.WhenView;
import org.jspecify.annotations.Nullable;

/**
 * One announcement.
 *
 * @param key outage, planned-work or news: the last part of its message keys
 * @param until null when its end is not known
 * @param paragraphs plain text
 * @param following null where nobody is asked whether it affects them; else whether it does
 */
public record AnnouncementPage(
        Frame frame,
        String key,
        String title,
        List<String> paragraphs,
        WhenView from,
        @Nullable WhenView until,
        WhenView changed,
        String url,
        @Nullable Boolean following)
        implements Page {

    public AnnouncementPage {
        paragraphs = List.copyOf(paragraphs);
    }

    @Override
    public String template() {
        return "pages/announcements/announcement";
    }
}
