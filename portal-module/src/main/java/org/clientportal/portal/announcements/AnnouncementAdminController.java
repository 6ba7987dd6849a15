package org.clientportal.portal.announcements;

import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.clientportal.portal.admin.AdminPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Announcements for administrators (docs/admin-api.md). */
@RestController
@RequestMapping("/admin/api/v1/announcements")
class AnnouncementAdminController {

    private final OwnAnnouncements announcements;

    AnnouncementAdminController(OwnAnnouncements announcements) {
        this.announcements = announcements;
    }

    /**
     * A new announcement.
     *
     * @param kind outage, planned-work or news
     * @param titles by language: pl, en; at least one
     * @param texts by language, as the titles; may be left out
     * @param audience everyone, organisation:… or group:…; everyone when left out
     * @param from RFC 3339; at once when left out
     * @param until RFC 3339; until it is ended when left out
     */
    record New(
            String kind,
            Map<String, String> titles,
            @Nullable Map<String, String> texts,
            @Nullable List<String> audience,
            @Nullable Instant from,
            @Nullable Instant until) {}

    /** An announcement with how many people it affects by their own word. */
    record View(
            String id,
            String kind,
            String title,
            List<String> audience,
            Instant from,
            @Nullable Instant until,
            String state,
            long affected,
            String source,
            String changedBy) {}

    @GetMapping
    AdminPage<View> list(@RequestParam(defaultValue = "false") boolean all) {
        return new AdminPage<>(announcements.list(all), null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    View add(@RequestBody New wanted, Principal who) {
        return announcements.add(wanted, who.getName());
    }

    @PostMapping("/{id}/end")
    View end(@PathVariable long id, Principal who) {
        return announcements.end(id, who.getName());
    }
}
