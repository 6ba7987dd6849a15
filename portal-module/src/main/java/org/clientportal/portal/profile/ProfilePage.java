package org.clientportal.portal.profile;

import java.util.List;
import org.clientportal.portal.web.Choice;
import org.clientportal.portal.web.Form;
import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * What the portal knows of the viewer and what they can set.
 *
 * @param email as the platform has it; it is the login
 * @param organisation null when the platform knows none
 * @param form fields {@code language} and {@code zone}
 * @param passwordUrl where Keycloak lets a new password be chosen; null when it does not
 */
public record ProfilePage(
        Frame frame,
        String name,
        String email,
        @Nullable String organisation,
        Form form,
        List<Choice> languages,
        List<Choice> zones,
        @Nullable String passwordUrl)
        implements Page {

    public ProfilePage {
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
        return "pages/profile/profile";
    }
}
