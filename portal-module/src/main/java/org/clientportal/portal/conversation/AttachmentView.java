package org.clientportal.portal.conversation;

import java.util.Locale;
import org.clientportal.portal.web.Formats;

/**
 * A file of an entry, as a chip.
 *
 * @param size ready to be shown; empty when the platform does not say
 * @param icon {@code image} or {@code file}
 */
public record AttachmentView(String name, String url, String size, String icon) {

    /** The icon for a type of content. */
    public static String icon(String contentType) {
        return contentType.toLowerCase(Locale.ROOT).startsWith("image/") ? "image" : "file";
    }

    public static AttachmentView of(Entries.File file, Formats formats) {
        return new AttachmentView(
                file.name(), "/attachments/" + file.id(), formats.size(file.size()), icon(file.contentType()));
    }
}
