package org.clientportal.portal.profile;

import java.util.List;
import org.clientportal.portal.web.Choice;
import org.clientportal.portal.web.Form;
import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Page;

/**
 * In which language and by which clock the viewer reads.
 *
 * @param form fields {@code language} and {@code zone}
 */
public record PreferencesPage(Frame frame, Form form, List<Choice> languages, List<Choice> zones) implements Page {

    public PreferencesPage {
        languages = List.copyOf(languages);
        zones = List.copyOf(zones);
    }

    public static Form.Problem languageUnknown() {
        return Form.Problem.of("language", "profile.language-unknown");
    }

    public static Form.Problem zoneUnknown() {
        return Form.Problem.of("zone", "profile.zone-unknown");
    }

    @Override
    public String template() {
        return "pages/profile/preferences";
    }
}
