package org.clientportal.portal.assets;

import org.clientportal.portal.web.Form;
import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * "I do not have this".
 *
 * @param form field {@code text}, may stay empty
 * @param code on its label; null when it has none
 */
public record AssetCorrectionPage(
        Frame frame, Form form, String name, @Nullable String code, String backUrl) implements Page {

    static final int LONGEST_TEXT = 10_000;

    public static Form.Problem textTooLong() {
        return Form.Problem.of("text", "ticket.reply.text-long", LONGEST_TEXT);
    }

    @Override
    public String template() {
        return "pages/equipment/correction";
    }
}
