package org.clientportal.portal.pdf;

import org.clientportal.portal.branding.Brand;
import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Words;

/**
 * What stands around every document.
 *
 * @param title what the document is, also for whoever reads only the names of files and windows
 * @param made when and for whom it was made, ready to be shown
 */
public record DocumentFrame(String language, Words words, Brand brand, String title, String made) {

    /** The document that belongs to a page: in its language, made now for whoever looks at it. */
    public static DocumentFrame of(Frame page, String title) {
        var viewer = page.viewer();
        return new DocumentFrame(
                page.language(),
                page.words(),
                page.brand(),
                title,
                page.words()
                        .text(
                                "document.made",
                                page.formats().exact(page.formats().now()),
                                viewer == null ? page.brand().name() : viewer.name()));
    }
}
