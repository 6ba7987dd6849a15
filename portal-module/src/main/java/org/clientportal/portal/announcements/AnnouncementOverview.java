package org.clientportal.portal.announcements;

import java.util.List;
import org.clientportal.itsm.Announcement.Kind;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.web.Formats;
import org.clientportal.portal.web.WhenView;
import org.springframework.stereotype.Component;

/** What announcements offer to the page a person arrives on. */
@Component
public class AnnouncementOverview {

    private static final int LINES = 4;

    private final Announcements announcements;

    AnnouncementOverview(Announcements announcements) {
        this.announcements = announcements;
    }

    /** @param key outage, planned-work or news */
    public record Line(String key, String title, String url, WhenView from, boolean followed) {}

    /** Outages stand in the strip above every page and are not repeated here. */
    public List<Line> of(Viewer viewer, Formats formats) {
        return announcements.now(viewer).stream()
                .filter(announced -> announced.kind() != Kind.OUTAGE)
                .limit(LINES)
                .map(announced -> new Line(
                        announced.key(),
                        announced.title(),
                        announced.url(),
                        formats.when(announced.from()),
                        announced.followed()))
                .toList();
    }
}
