package org.clientportal.portal.announcements;

import java.util.List;
import java.util.Map;
import org.clientportal.itsm.Announcement;
import org.clientportal.portal.access.Audiences;
import org.clientportal.portal.access.Viewer;
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
        if (announcement.gone()) {
            // its words and readers stay: those whom it affected are told what is over
            rows.withdraw(announcement.id(), PLATFORM, announcement.version());
            return;
        }
        var stored = rows.storeOfPlatform(
                announcement.id(),
                new AnnouncementRows.Row(
                        announcement.kind(),
                        announcement.from(),
                        announcement.until(),
                        false,
                        PLATFORM,
                        announcement.version()));
        stored.ifPresent(id -> {
            var language = Viewer.languageOf(announcement.language()).orElse("");
            var text = new AnnouncementRows.Text(announcement.title(), announcement.text());
            rows.fill(
                    id,
                    Map.of(language, text),
                    Audiences.scopes(announcement.audience()).keySet());
            rows.addPeople(id, announcement.audience().personIds());
        });
    }
}
