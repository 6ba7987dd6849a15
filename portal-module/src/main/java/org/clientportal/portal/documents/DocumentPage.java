package org.clientportal.portal.documents;

import java.util.List;
import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Page;
import org.clientportal.portal.web.Phrase;
import org.clientportal.portal.web.WhenView;
import org.jspecify.annotations.Nullable;

/**
 * A document, in its newest version or in an earlier one.
 *
 * @param kind in the platform's words; empty when it has none
 * @param shown the version that is shown
 * @param newestUrl the document's own page; null when this is the newest version
 * @param pages pictures of its pages, in order; none while there are no pictures
 * @param note why there are no pictures, or not of all pages; null when there is nothing to say
 * @param earlier versions before the newest, latest first
 */
public record DocumentPage(
        Frame frame,
        String title,
        String kind,
        String summary,
        VersionView shown,
        @Nullable String newestUrl,
        List<PageView> pages,
        @Nullable Phrase note,
        List<VersionView> earlier)
        implements Page {

    public DocumentPage {
        pages = List.copyOf(pages);
        earlier = List.copyOf(earlier);
    }

    /**
     * A version.
     *
     * @param changes what is new in it; may be empty
     * @param size of its file, ready to be shown; empty when not known
     * @param format ending of the file's name in capitals; may be empty
     * @param fileUrl downloads it; null while it is held back
     * @param held why it is held back; null when it is not
     */
    public record VersionView(
            int number,
            WhenView since,
            String changes,
            String url,
            String fileName,
            String size,
            String format,
            @Nullable String fileUrl,
            @Nullable Phrase held) {}

    /** The picture of a page, with its size in pixels. */
    public record PageView(String url, int width, int height) {}

    @Override
    public String template() {
        return "pages/documents/document";
    }
}
