package org.clientportal.portal.documents;

import java.util.Locale;
import org.clientportal.portal.conversation.AttachmentView;
import org.clientportal.portal.documents.ReadableDocuments.Readable;
import org.clientportal.portal.web.Formats;
import org.clientportal.portal.web.WhenView;

/**
 * A document in a list, in its newest version.
 *
 * @param kind in the platform's words; empty when it has none
 * @param since from when this version is the newest
 * @param version its number
 * @param format ending of the file's name in capitals, such as PDF; empty when it has none
 * @param fresh whether the person has not opened this version yet
 */
public record DocumentRow(
        String url, String title, String kind, String icon, WhenView since, int version, String format, boolean fresh) {

    private static final int LONGEST_ENDING = 5;

    static DocumentRow of(Readable document, Formats formats) {
        return new DocumentRow(
                document.url(),
                document.title(),
                document.kind(),
                AttachmentView.icon(document.type()),
                formats.when(document.since()),
                document.newest(),
                format(document.fileName()),
                document.isNew());
    }

    static String format(String fileName) {
        var ending = fileName.substring(fileName.lastIndexOf('.') + 1);
        return ending.length() == fileName.length() || ending.length() > LONGEST_ENDING
                ? ""
                : ending.toUpperCase(Locale.ROOT);
    }
}
