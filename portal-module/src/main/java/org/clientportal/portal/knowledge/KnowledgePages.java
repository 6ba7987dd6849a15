package org.clientportal.portal.knowledge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.branding.PortalAddress;
import org.clientportal.portal.conversation.FormKeys;
import org.clientportal.portal.knowledge.ArticlePage.Crumb;
import org.clientportal.portal.knowledge.ArticlePage.Heading;
import org.clientportal.portal.knowledge.ArticlePage.Verdict;
import org.clientportal.portal.web.Flash;
import org.clientportal.portal.web.Form;
import org.clientportal.portal.web.Formats;
import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Frames;
import org.clientportal.portal.web.NotFound;
import org.clientportal.portal.web.Place;
import org.clientportal.portal.web.Templates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what the pages of the knowledge base show, each in one transaction with the viewer's eyes. */
@Component
class KnowledgePages {

    private static final int LATELY = 8;
    private static final int RELATED = 4;
    /** A table of contents helps from this many headings on. */
    private static final int HEADINGS = 3;

    private final Frames frames;
    private final Articles articles;
    private final ArticleFiles files;
    private final Verdicts verdicts;
    private final FormKeys keys;
    private final PortalAddress address;

    KnowledgePages(
            Frames frames,
            Articles articles,
            ArticleFiles files,
            Verdicts verdicts,
            FormKeys keys,
            PortalAddress address) {
        this.frames = frames;
        this.articles = articles;
        this.files = files;
        this.verdicts = verdicts;
        this.keys = keys;
        this.address = address;
    }

    @PageTransaction
    KnowledgePage list(HttpServletRequest request, Viewer viewer, String category, String after) {
        var frame = frames.frame(request, Place.KNOWLEDGE);
        if (category.isEmpty()) {
            var all = articles.categories(viewer);
            return new KnowledgePage(
                    frame,
                    categories(all, each -> !isForeign(each, viewer)),
                    categories(all, each -> isForeign(each, viewer)),
                    null,
                    rows(articles.newest(viewer, LATELY), frame.formats()),
                    null);
        }
        var found = articles.in(viewer, List.of(category), after);
        if (found.isEmpty()) {
            throw new NotFound();
        }
        var shown = found.subList(0, Math.min(found.size(), Articles.PAGE));
        return new KnowledgePage(
                frame,
                List.of(),
                List.of(),
                category,
                rows(shown, frame.formats()),
                found.size() > shown.size()
                        ? KnowledgePaths.next(category, shown.getLast().title())
                        : null);
    }

    private static boolean isForeign(Articles.Category category, Viewer viewer) {
        return category.language()
                .filter(language -> !language.equals(viewer.language()))
                .isPresent();
    }

    private static List<KnowledgePage.Category> categories(
            List<Articles.Category> all, Predicate<Articles.Category> which) {
        return all.stream()
                .filter(which)
                .map(each ->
                        new KnowledgePage.Category(each.name(), KnowledgePaths.category(each.name()), each.count()))
                .toList();
    }

    @PageTransaction
    ArticlePage article(
            HttpServletRequest request, Viewer viewer, String platformId, String said, @Nullable String form) {
        var article = articles.visibleTo(viewer, platformId).orElseThrow(NotFound::new);
        var frame = frames.frame(request, Place.KNOWLEDGE).withFlash(said(said));
        var brief = article.brief();
        return new ArticlePage(
                frame,
                ArticleRow.of(brief, frame.formats()),
                crumbs(brief),
                Templates.safe(files.withSizes(brief.id(), article.html())),
                contents(article.contents()),
                files.downloads(brief, article.html(), frame.formats()),
                verdict(viewer, frame, brief),
                form == null ? null : new ArticlePage.Solves(brief.url() + "/solution", form),
                rows(related(viewer, article), frame.formats()),
                address.url() + brief.url());
    }

    private static @Nullable Flash said(String said) {
        return switch (said) {
            case "verdict", "solved" -> Flash.done("said." + said);
            default -> null;
        };
    }

    private static List<Crumb> crumbs(Articles.Listed article) {
        return article.category().isEmpty()
                ? List.of()
                : List.of(new Crumb(
                        article.category().getFirst(),
                        KnowledgePaths.category(article.category().getFirst())));
    }

    private static List<Heading> contents(List<String> headings) {
        return headings.size() < HEADINGS
                ? List.of()
                : headings.stream()
                        .map(each -> each.split(" ", 2))
                        .map(words -> new Heading(words[0], words[1]))
                        .toList();
    }

    private @Nullable Verdict verdict(Viewer viewer, Frame frame, Articles.Listed article) {
        if (frame.csrf() == null || viewer.person() == 0) {
            return null;
        }
        return new Verdict(
                Form.empty(article.url() + "/verdict", keys.issue(viewer), null),
                verdicts.given(viewer, article.id()).orElse(null),
                frame.writesTickets() ? KnowledgePaths.ticketNaming(article.platformId()) : null);
    }

    /** What an author named, and others of the same category. */
    private List<Articles.Listed> related(Viewer viewer, Articles.Whole article) {
        var found = new ArrayList<>(articles.of(viewer, article.related()));
        if (found.size() < RELATED && !article.brief().category().isEmpty()) {
            articles.in(viewer, article.brief().category(), "").stream()
                    .filter(other -> other.id() != article.brief().id()
                            && found.stream().noneMatch(known -> known.id() == other.id())
                            && other.language().equals(article.brief().language()))
                    .limit(RELATED - found.size())
                    .forEach(found::add);
        }
        return found;
    }

    private static List<ArticleRow> rows(List<Articles.Listed> found, Formats formats) {
        return found.stream().map(article -> ArticleRow.of(article, formats)).toList();
    }
}
