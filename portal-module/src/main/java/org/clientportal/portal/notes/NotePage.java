package org.clientportal.portal.notes;

import freemarker.core.TemplateHTMLOutputModel;
import java.util.List;
import org.clientportal.portal.conversation.AttachmentView;
import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Page;
import org.clientportal.portal.web.WhenView;
import org.jspecify.annotations.Nullable;

/**
 * A note.
 *
 * @param author empty when nobody knows
 * @param html safe
 * @param changed null when it is as it was first written
 * @param readBefore when the person read it in other words; null when they did not
 * @param read when the person read these words, which support sees; null for whoever looks through the person's eyes before they did
 * @param others the last notes, this one among them
 */
public record NotePage(
        Frame frame,
        String url,
        String title,
        String author,
        TemplateHTMLOutputModel html,
        List<AttachmentView> files,
        WhenView written,
        @Nullable WhenView changed,
        @Nullable WhenView readBefore,
        @Nullable WhenView read,
        List<NoteRow> others)
        implements Page {

    public NotePage {
        files = List.copyOf(files);
        others = List.copyOf(others);
    }

    @Override
    public String template() {
        return "pages/notes/note";
    }
}
