package org.clientportal.portal.owndata;

import freemarker.core.TemplateHTMLOutputModel;
import java.util.Iterator;
import java.util.List;
import org.clientportal.portal.web.Frame;
import org.jspecify.annotations.Nullable;

/**
 * A person's data for reading, offline: drawn while it is read.
 *
 * @param parts each once, in order
 */
public record OwnDataDocument(Frame frame, Iterator<Part> parts) {

    /** A section; the heading is the message {@code own-data.section.<key>}. */
    public record Part(String key, Iterator<Iterable<Line>> rows) {}

    /**
     * One line of a row; the name is the message {@code own-data.field.<key>}.
     *
     * @param text what stands there; null when it is HTML or rows
     * @param html made harmless; null when it is text or rows
     * @param rows lines of lines; empty when it is none
     * @param link where the file is in the archive; null when it is no file that is there
     */
    public record Line(
            String key,
            @Nullable String text,
            @Nullable TemplateHTMLOutputModel html,
            List<List<Line>> rows,
            @Nullable String link) {

        public Line {
            rows = List.copyOf(rows);
        }
    }
}
