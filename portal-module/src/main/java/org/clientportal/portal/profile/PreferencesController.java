package org.clientportal.portal.profile;

import jakarta.servlet.http.HttpServletRequest;
import java.text.Collator;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientportal.portal.access.Preferences;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.conversation.Forms;
import org.clientportal.portal.web.Choice;
import org.clientportal.portal.web.Flash;
import org.clientportal.portal.web.Form;
import org.clientportal.portal.web.Form.Problem;
import org.clientportal.portal.web.Formats;
import org.clientportal.portal.web.Frames;
import org.clientportal.portal.web.Messages;
import org.clientportal.portal.web.Place;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Language and time zone, as the person chooses them. */
@Controller
class PreferencesController {

    private static final String PAGE = "/profile/language";
    private static final Map<String, String> LANGUAGES = Map.of("pl", "Polski", "en", "English");

    private final Frames frames;
    private final Forms forms;
    private final Preferences preferences;

    PreferencesController(Frames frames, Forms forms, Preferences preferences) {
        this.frames = frames;
        this.forms = forms;
        this.preferences = preferences;
    }

    @GetMapping(PAGE)
    ModelAndView show(HttpServletRequest request, Viewer viewer) {
        var saved = request.getParameter("saved") != null;
        return page(request, viewer, viewer.language(), viewer.zone().getId(), List.of(), saved)
                .show();
    }

    @PostMapping(PAGE)
    ModelAndView save(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String zone) {
        var problems = new ArrayList<Problem>();
        if (!Messages.LANGUAGES.contains(language)) {
            problems.add(PreferencesPage.languageUnknown());
        }
        var chosen = zoneOf(zone);
        if (chosen.isEmpty()) {
            problems.add(PreferencesPage.zoneUnknown());
        }
        if (!problems.isEmpty() || chosen.isEmpty()) {
            return page(request, viewer, language, zone, problems, false).show(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        preferences.set(viewer, language, chosen.get());
        return new ModelAndView("redirect:" + PAGE + "?saved");
    }

    private PreferencesPage page(
            HttpServletRequest request,
            Viewer viewer,
            String language,
            String zone,
            List<Problem> problems,
            boolean saved) {
        var frame = frames.frame(request, Place.PROFILE).withFlash(saved ? Flash.done("flash.profile-saved") : null);
        return new PreferencesPage(
                frame,
                new Form(
                        PAGE,
                        forms.newKey(viewer),
                        null,
                        Map.of("language", language, "zone", zone),
                        problems,
                        List.of(),
                        null),
                Messages.LANGUAGES.stream()
                        .map(each -> new Choice(each, LANGUAGES.getOrDefault(each, each), each.equals(language)))
                        .toList(),
                zones(frame.formats(), zone));
    }

    private static List<Choice> zones(Formats formats, String chosen) {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+")
                        || id.equals("UTC"))
                .map(id -> new Choice(id, formats.zoneName(id), id.equals(chosen)))
                .sorted(Comparator.comparing(Choice::label, Collator.getInstance(formats.locale())))
                .toList();
    }

    private static Optional<ZoneId> zoneOf(String id) {
        try {
            return id.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(id));
        } catch (DateTimeException notAZone) {
            return Optional.empty();
        }
    }
}
