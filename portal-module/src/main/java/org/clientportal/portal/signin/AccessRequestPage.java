package org.clientportal.portal.signin;

import org.clientportal.portal.web.Form;
import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Page;

/**
 * For somebody whom the portal does not know: asks the service desk for access.
 *
 * @param sent whether the request is on its way
 */
public record AccessRequestPage(Frame frame, Form form, boolean sent) implements Page {

    @Override
    public String template() {
        return "pages/session/access-request";
    }
}
