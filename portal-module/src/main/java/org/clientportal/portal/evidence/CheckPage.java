package org.clientportal.portal.evidence;

import org.clientportal.portal.web.Form;
import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Page;

/** Where anybody asks by a code whether a confirmation is valid. */
public record CheckPage(Frame frame, Form form, Answer answer) implements Page {

    /** All that is ever told. */
    public enum Answer {
        NOT_ASKED,
        VALID,
        NOT_VALID,
        TOO_MANY;

        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    @Override
    public String template() {
        return "pages/check/check";
    }
}
