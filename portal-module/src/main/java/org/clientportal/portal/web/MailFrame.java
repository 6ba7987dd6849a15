package org.clientportal.portal.web;

import java.util.Map;
import org.clientportal.portal.branding.Brand;
import org.clientportal.portal.branding.BrandSheet;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every mail.
 *
 * @param colours by role, as hex: mail programs know no custom properties
 * @param portalUrl the configured address of the portal, without a slash at the end; never taken from a request
 * @param reason why the person gets this mail
 * @param settingsUrl where the person says which of such mails they want; null for those that are always sent
 */
public record MailFrame(
        String language,
        Words words,
        Brand brand,
        Map<String, String> colours,
        String portalUrl,
        Phrase reason,
        @Nullable String settingsUrl) {

    public MailFrame {
        colours = Map.copyOf(colours);
    }

    public static MailFrame of(
            String language, Messages messages, Brand brand, BrandSheet sheet, String portalUrl, Phrase reason) {
        return new MailFrame(language, messages.in(language), brand, sheet.light(), portalUrl, reason, null);
    }

    /** The same for a mail of which the person chooses whether it comes; {@code path} of the page where that is done. */
    public MailFrame chosenAt(String path) {
        return new MailFrame(language, words, brand, colours, portalUrl, reason, portalUrl + path);
    }
}
