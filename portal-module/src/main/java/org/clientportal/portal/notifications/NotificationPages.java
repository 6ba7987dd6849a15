package org.clientportal.portal.notifications;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.notifications.NotificationCentre.Told;
import org.clientportal.portal.notifications.NotificationsPage.Day;
import org.clientportal.portal.notifications.NotificationsPage.Line;
import org.clientportal.portal.notifications.TicketMail.Kind;
import org.clientportal.portal.web.Counted;
import org.clientportal.portal.web.Flash;
import org.clientportal.portal.web.Formats;
import org.clientportal.portal.web.Frames;
import org.clientportal.portal.web.Phrase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what the page of notifications shows, in one transaction with the viewer's eyes. */
@Component
class NotificationPages {

    static final String PAGE = "/notifications";
    private static final int ROWS = 30;

    private final Frames frames;
    private final NotificationCentre centre;
    private final NotificationSettings settings;

    NotificationPages(Frames frames, NotificationCentre centre, NotificationSettings settings) {
        this.frames = frames;
        this.centre = centre;
        this.settings = settings;
    }

    @PageTransaction
    NotificationsPage page(HttpServletRequest request, Viewer viewer, @Nullable Long before, @Nullable Long after) {
        var forgotten = centre.forgetUnseen(viewer);
        var frame = frames.frame(request, null)
                .withFlash(request.getParameter("said") != null ? Flash.done("flash.notifications-read") : null);
        if (forgotten > 0) {
            frame = frame.withUnread(Counted.upTo(Viewer.COUNTED, viewer.unread() - forgotten));
        }
        var backwards = before == null && after != null;
        var found = centre.of(viewer, before, backwards ? after : null, ROWS + 1);
        var more = found.size() > ROWS;
        var shown = !more ? found : backwards ? found.subList(1, found.size()) : found.subList(0, ROWS);
        var newer = backwards ? more : before != null;
        var older = backwards || more;
        return new NotificationsPage(
                frame,
                days(shown, frame.formats()),
                newer && !shown.isEmpty() ? PAGE + "?after=" + shown.getFirst().id() : null,
                older && !shown.isEmpty() ? PAGE + "?before=" + shown.getLast().id() : null,
                settings.keep().toDays());
    }

    private static List<Day> days(List<Told> told, Formats formats) {
        var days = new LinkedHashMap<LocalDate, List<Line>>();
        told.forEach(one -> days.computeIfAbsent(formats.dayOf(one.at()), day -> new ArrayList<>())
                .add(line(one, formats)));
        return days.entrySet().stream()
                .map(day -> new Day(formats.day(day.getKey()), day.getValue()))
                .toList();
    }

    private static Line line(Told one, Formats formats) {
        return new Line(
                url(one.number(), one.kind(), one.entry()),
                one.number(),
                one.subject(),
                what(one.kind(), one.author()),
                formats.time(one.at()),
                !one.read(),
                one.standsFor());
    }

    /** The place in the ticket that it is about. */
    static String url(String number, Kind kind, @Nullable Long entry) {
        var ticket = "/tickets/" + number;
        return switch (kind) {
            case APPROVAL, REMINDER -> ticket + "/approval";
            case SOLVED, CLOSING -> ticket + "#move";
            case REPLY -> entry == null ? ticket : ticket + "#entry-" + entry;
            case RECEIVED, STATUS, CLOSED -> ticket;
        };
    }

    static Phrase what(Kind kind, @Nullable String author) {
        return kind == Kind.REPLY
                ? Phrase.of("notifications.kind.reply", Objects.requireNonNullElse(author, "–"))
                : Phrase.of("notifications.kind." + kind.key());
    }
}
