package org.clientportal.demo.desk;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.clientportal.itsm.Announcement;
import org.jspecify.annotations.Nullable;

/** The page on which a newcomer tells everybody of an outage, and that it is over. */
final class AnnouncementPages {

    private final Register register;
    private final Knowledge knowledge;
    private final PageFrame frame;

    AnnouncementPages(Register register, Knowledge knowledge, PageFrame frame) {
        this.register = register;
        this.knowledge = knowledge;
        this.frame = frame;
    }

    void serve(Router routes) {
        var router = new SameSite(routes);
        router.on("GET", "/announcements", this::list);
        router.on("POST", "/announcements", this::announce);
        router.on("POST", "/announcements/{id}/end", call -> {
            knowledge.withdraw(call.path("id"));
            call.seeOther("/announcements");
        });
    }

    private void list(Call call) throws IOException {
        var model = frame.model(call, "Announcements");
        model.put(
                "rows",
                register.read(view -> view.announcements().stream()
                        .sorted(Comparator.comparing(Announcement::gone)
                                .thenComparing(
                                        Comparator.comparing(Announcement::from).reversed()))
                        .map(announcement -> row(announcement, view))
                        .toList()));
        call.html(200, frame.draw("announcements", model));
    }

    private static Map<String, Object> row(Announcement a, Register.View view) {
        var row = new HashMap<String, Object>();
        row.put("id", a.id());
        row.put("kind", a.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        row.put("title", a.title());
        row.put("text", a.text());
        row.put("language", a.language() == null ? "" : a.language());
        row.put("audience", AudienceText.of(a.audience(), view).replace("\n", ", "));
        row.put("from", Pages.time(a.from()));
        row.put("until", a.until() == null ? "" : Pages.time(a.until()));
        row.put("over", a.gone());
        return row;
    }

    private void announce(Call call) throws IOException {
        var form = call.form();
        var title = form.getOrDefault("title", "").strip();
        if (title.isEmpty()) {
            throw new IllegalArgumentException("an announcement needs a title");
        }
        var from = time(form.getOrDefault("from", ""));
        var language = form.getOrDefault("language", "");
        knowledge.announce(new Announcement(
                "",
                Announcement.Kind.valueOf(form.getOrDefault("kind", "NEWS")),
                title,
                form.getOrDefault("text", "").replace("\r\n", "\n").strip(),
                language.isEmpty() ? null : language,
                register.read(view -> AudienceText.parse(
                        form.getOrDefault("audience", "everyone"), view.organisations(), view.people())),
                from == null ? register.now() : from,
                time(form.getOrDefault("until", "")),
                false,
                0));
        call.seeOther("/announcements");
    }

    /** As a browser's field for date and time sends it, in the desk's own zone. */
    private static @Nullable Instant time(String local) {
        return local.isEmpty()
                ? null
                : LocalDateTime.parse(local).atZone(Pages.HOME).toInstant();
    }
}
