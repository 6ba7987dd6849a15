package org.clientportal.portal.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientportal.portal.notifications.NotificationChoicesPage;
import org.clientportal.portal.notifications.NotificationsPage;
import org.jspecify.annotations.Nullable;

/** Samples of what a person was told, and of what they choose to be told. */
final class SampleNotifications extends SampleScene {

    SampleNotifications(String language, Said said, String colour) {
        super(language, said, colour);
    }

    Map<String, Page> pages() {
        var pages = new LinkedHashMap<String, Page>();
        pages.put("notifications", told(days()));
        pages.put("notifications-empty", told(List.of()));
        pages.put("notification-choices", choices(List.of()));
        pages.put(
                "notification-choices-wrong",
                choices(List.of(
                        Form.Problem.of("mail-answer", "notifications.choice-unknown"),
                        Form.Problem.of("digest", "notifications.digest-unknown"))));
        return pages;
    }

    private NotificationsPage told(List<NotificationsPage.Day> days) {
        var more = days.isEmpty() ? null : "/notifications?before=7";
        return new NotificationsPage(
                frame(Place.HOME).withFlash(Flash.done("flash.notifications-read")), days, null, more, 90);
    }

    private List<NotificationsPage.Day> days() {
        return List.of(
                new NotificationsPage.Day(
                        formats().day(formats().dayOf(NOW)),
                        List.of(
                                line(Phrase.of("notifications.kind.reply", said.agent()), 5, true, null),
                                line(Phrase.of("notifications.kind.approval"), 20, true, null),
                                line(Phrase.of("notifications.kind.solved"), 90, false, said.me()))),
                new NotificationsPage.Day(
                        formats().day(formats().dayOf(NOW.minusSeconds(86_400))),
                        List.of(line(Phrase.of("notifications.kind.closed"), 1_500, false, null))));
    }

    private NotificationsPage.Line line(Phrase what, int minutesAgo, boolean unread, @Nullable String standsFor) {
        return new NotificationsPage.Line(
                "/tickets/48213",
                "48213",
                said.subject(),
                what,
                formats().time(NOW.minusSeconds(60L * minutesAgo)),
                unread,
                standsFor);
    }

    private NotificationChoicesPage choices(List<Form.Problem> problems) {
        var words = messages.in(language);
        return new NotificationChoicesPage(
                frame(Place.PROFILE),
                "anna.wisniewska@oriale.example",
                new Form("/profile/notifications", "k11", null, Map.of(), problems, List.of(), null),
                List.of("answer", "state", "end", "approval", "received").stream()
                        .map(key -> new NotificationChoicesPage.Line(
                                key,
                                "mail-" + key,
                                List.of("at-once", "digest", "none").stream()
                                        .map(mail -> new Choice(
                                                mail, words.text("notifications.mail." + mail), mail.equals("digest")))
                                        .toList()))
                        .toList(),
                List.of(
                        new Choice("hourly", words.text("notifications.digest-hourly"), false),
                        new Choice("8", words.text("notifications.digest-daily", "8:00"), true)),
                List.of(new NotificationChoicesPage.Muted("48213", said.subject())));
    }
}
