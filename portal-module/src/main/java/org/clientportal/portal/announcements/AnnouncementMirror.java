package org.clientportal.portal.announcements;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientportal.itsm.Announcement;
import org.clientportal.itsm.Audience;
import org.clientportal.ports.AnnouncementIntake;
import org.springframework.stereotype.Component;

/** Announcements of the platform. */
@Component
class AnnouncementMirror implements AnnouncementIntake {

    private static final String PLATFORM = "platform";

    private final AnnouncementRows rows;

    AnnouncementMirror(AnnouncementRows rows) {
        this.rows = rows;
    }

    @Override
    public void take(List<Announcement> announcements) {
        announcements.stream()
                // a platform may tell that something is gone which was never an announcement
                .filter(announcement -> !announcement.gone() || rows.isKnown(announcement.id()))
                .forEach(this::take);
    }

    private void take(Announcement announcement) {
        var stored = rows.storeOfPlatform(
                announcement.id(),
                new AnnouncementRows.Row(
                        announcement.kind(),
                        announcement.from(),
                        announcement.until(),
                        announcement.gone(),
                        PLATFORM,
                        announcement.version()));
        stored.ifPresent(id -> {
            var text = new AnnouncementRows.Text(announcement.title(), announcement.text());
            rows.fill(id, Map.of(language(announcement), text), scopes(announcement.audience()));
            rows.addPeople(id, announcement.audience().personIds());
        });
    }

    private static String language(Announcement announcement) {
        var tag = announcement.language() == null ? "" : announcement.language().toLowerCase(Locale.ROOT);
        var language = tag.split("[-_]", 2)[0];
        return List.of("pl", "en").contains(language) ? language : "";
    }

    private static List<String> scopes(Audience audience) {
        var scopes = new ArrayList<String>();
        if (audience.open()) {
            scopes.add("a:open");
        }
        if (audience.open() || audience.everyone()) {
            scopes.add("a:*");
        }
        audience.organisationIds().forEach(organisation -> scopes.add("a:o:" + organisation));
        audience.groups().forEach(group -> scopes.add("a:g:" + group));
        return scopes;
    }
}
