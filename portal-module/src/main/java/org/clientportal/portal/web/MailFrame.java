package org.clientportal.portal.web;

import java.util.Map;
import org.clientportal.portal.branding.Brand;
import org.clientportal.portal.branding.BrandSheet;

/**
 * What stands around every mail.
 *
 * @param colours by role, as hex: mail programs know no custom properties
 * @param portalUrl the configured address of the portal, without a slash at the end; never taken from a request
 * @param reason why the person gets this mail
 */
public record MailFrame(
        String language, Words words, Brand brand, Map<String, String> colours, String portalUrl, Phrase reason) {

    public MailFrame {
        colours = Map.copyOf(colours);
    }

    public static MailFrame of(
            String language, Messages messages, Brand brand, BrandSheet sheet, String portalUrl, Phrase reason) {
        return new MailFrame(language, messages.in(language), brand, sheet.light(), portalUrl, reason);
    }
}
