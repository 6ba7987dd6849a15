package org.clientportal.portal.signin;

import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Page;

/**
 * Before somebody of the help desk looks through a person's eyes.
 *
 * @param name of the person
 * @param action where the look begins
 */
public record ViewPage(Frame frame, String name, String action) implements Page {

    @Override
    public String template() {
        return "pages/session/view";
    }
}
