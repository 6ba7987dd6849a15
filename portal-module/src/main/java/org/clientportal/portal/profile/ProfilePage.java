package org.clientportal.portal.profile;

import java.util.List;
import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * What the platform's register says of the viewer.
 *
 * @param whole whether it is the beginning of the profile, else the section alone
 * @param email the login
 * @param addresses further ones
 * @param organisation null when the register knows none
 * @param correctionUrl where a mistake is told; null for somebody who writes no tickets
 */
public record ProfilePage(
        Frame frame,
        boolean whole,
        String name,
        String email,
        List<String> addresses,
        @Nullable String organisation,
        @Nullable String correctionUrl)
        implements Page {

    public ProfilePage {
        addresses = List.copyOf(addresses);
    }

    @Override
    public String template() {
        return "pages/profile/profile";
    }
}
