package org.clientportal.portal.notifications;

import java.util.List;
import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Page;
import org.clientportal.portal.web.Phrase;
import org.clientportal.portal.web.WhenView;
import org.jspecify.annotations.Nullable;

/**
 * What a person was told.
 *
 * @param newerUrl null on the first page
 * @param olderUrl null on the last one
 * @param keepDays how long they stay here
 */
public record NotificationsPage(
        Frame frame,
        List<Day> days,
        @Nullable String newerUrl,
        @Nullable String olderUrl,
        long keepDays) implements Page {

    public NotificationsPage {
        days = List.copyOf(days);
    }

    /** @param label {@code dziś, 27 listopada} */
    public record Day(String label, List<Line> lines) {

        public Day {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One notification.
     *
     * @param standsFor name of the person in whose place it was told; null normally
     */
    public record Line(
            String url,
            String number,
            String subject,
            Phrase what,
            WhenView at,
            boolean unread,
            @Nullable String standsFor) {}

    @Override
    public String template() {
        return "pages/notifications/notifications";
    }
}
