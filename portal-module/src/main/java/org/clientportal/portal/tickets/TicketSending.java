package org.clientportal.portal.tickets;

import java.util.List;
import org.clientportal.itsm.Submission.Channel;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.colleagues.Colleagues.Colleague;
import org.clientportal.portal.conversation.Draft;
import org.clientportal.portal.conversation.Forms;
import org.clientportal.portal.tickets.TicketWriting.StoredFile;
import org.clientportal.portal.tickets.TicketWriting.Writer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes a ticket of a draft, once, with its files: whichever form it was typed in. Within the caller's page transaction; the
 * caller has judged the draft.
 */
@Component
public class TicketSending {

    private final TicketWriting writing;
    private final Forms forms;
    private final TicketBehalf behalf;

    TicketSending(TicketWriting writing, Forms forms, TicketBehalf behalf) {
        this.writing = writing;
        this.forms = forms;
        this.behalf = behalf;
    }

    /**
     * The draft ends. A key that was used before makes nothing and answers as it did then.
     *
     * @param request the form of the catalogue; null for a plain ticket
     * @param follows the ticket that this one takes up again, null for none
     * @param asset the platform's id of the asset that it is about, which the viewer has; null for none
     * @return where the ticket can be seen
     * @throws AlreadySent when the same form arrived twice at the same moment
     */
    public String open(
            Viewer viewer,
            Draft draft,
            String subject,
            String text,
            String category,
            @Nullable String priority,
            TicketWriting.@Nullable Request request,
            @Nullable Long follows,
            @Nullable String asset) {
        var earlier = forms.resultOf(draft.formKey());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        var colleague = behalf.colleague(viewer, draft);
        var written = writing.open(
                writer(viewer, colleague.map(Colleague::name).orElse(null)),
                subject,
                text,
                category,
                priority,
                files(draft),
                request,
                follows,
                asset);
        colleague.ifPresent(whose -> behalf.give(viewer, written, whose));
        return once(draft, "/tickets/" + written.number());
    }

    /** The key decides: whoever comes second finds what the first one did, and its own writing is taken back. */
    String once(Draft draft, String url) {
        if (!forms.use(draft, url)) {
            throw new AlreadySent();
        }
        return url;
    }

    /** @param onBehalfOf name of the person for whom the viewer writes; null when for themselves */
    static Writer writer(Viewer viewer, @Nullable String onBehalfOf) {
        return new Writer(viewer.person(), viewer.name(), Channel.PORTAL, true, onBehalfOf);
    }

    static List<StoredFile> files(Draft draft) {
        return draft.files().stream()
                .map(file -> new StoredFile(file.name(), file.contentType(), file.size(), file.sha256()))
                .toList();
    }

    /** The same form arrived twice at the same moment; this one is taken back. */
    public static final class AlreadySent extends RuntimeException {
        AlreadySent() {
            super("a form was sent twice at once", null, false, false);
        }
    }
}
