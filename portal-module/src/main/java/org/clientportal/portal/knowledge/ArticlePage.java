package org.clientportal.portal.knowledge;

import freemarker.core.TemplateHTMLOutputModel;
import java.util.List;
import org.clientportal.portal.conversation.AttachmentView;
import org.clientportal.portal.web.Form;
import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * A solution, step by step.
 *
 * @param html the body, made safe
 * @param contents the headings of the first level; empty when there are too few to need a table of contents
 * @param files to download; pictures of the body are not among them
 * @param verdict how the viewer answers "did this help"; null for whoever cannot answer
 * @param solves set for whoever came from a ticket they are writing: the article may have made it needless
 * @param related worth reading next
 * @param address where the article is, whole, for paper
 */
public record ArticlePage(
        Frame frame,
        ArticleRow article,
        List<Crumb> crumbs,
        TemplateHTMLOutputModel html,
        List<Heading> contents,
        List<AttachmentView> files,
        @Nullable Verdict verdict,
        @Nullable Solves solves,
        List<ArticleRow> related,
        String address)
        implements Page {

    public ArticlePage {
        crumbs = List.copyOf(crumbs);
        contents = List.copyOf(contents);
        files = List.copyOf(files);
        related = List.copyOf(related);
    }

    /** A category above the article. */
    public record Crumb(String name, String url) {}

    /** A heading of the article. */
    public record Heading(String id, String text) {}

    /**
     * "Did this help?"
     *
     * @param given what the viewer said before; null when nothing
     * @param ticketUrl begins a ticket that names the article; null for whoever cannot write one
     */
    public record Verdict(
            Form form, @Nullable Boolean given, @Nullable String ticketUrl) {}

    /** "This solved it", posted to {@code action} with the key of the form that is open elsewhere. */
    public record Solves(String action, String form) {}

    @Override
    public String template() {
        return "pages/knowledge/article";
    }
}
