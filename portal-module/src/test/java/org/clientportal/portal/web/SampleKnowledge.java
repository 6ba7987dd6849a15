package org.clientportal.portal.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientportal.portal.announcements.AnnouncementOverview;
import org.clientportal.portal.announcements.AnnouncementPage;
import org.clientportal.portal.conversation.AttachmentView;
import org.clientportal.portal.home.HomePage;
import org.clientportal.portal.knowledge.ArticlePage;
import org.clientportal.portal.knowledge.ArticleRow;
import org.clientportal.portal.knowledge.KnowledgeOverview;
import org.clientportal.portal.knowledge.KnowledgePage;
import org.clientportal.portal.knowledge.SolutionsPage;
import org.clientportal.portal.notes.NoteOverview;
import org.clientportal.portal.search.Hit;
import org.clientportal.portal.search.Marked;
import org.clientportal.portal.search.SearchPage;
import org.clientportal.portal.search.SuggestionsPage;
import org.jspecify.annotations.Nullable;

/** Samples of home, knowledge, announcements and search, also as visitors see them. */
final class SampleKnowledge extends SampleScene {

    SampleKnowledge(String language, Said said, String colour) {
        super(language, said, colour);
    }

    Map<String, Page> pages() {
        var pages = new LinkedHashMap<String, Page>();
        pages.put("home", home());
        pages.put(
                "home-empty",
                new HomePage(
                        frame(Place.HOME),
                        true,
                        List.of(),
                        Counted.NONE,
                        List.of(),
                        Counted.NONE,
                        new KnowledgeOverview.Card(List.of(), List.of()),
                        null,
                        null,
                        null,
                        List.of()));
        pages.put("knowledge", new KnowledgePage(frame(Place.KNOWLEDGE), topics(), topics(), null, articles(), null));
        pages.put(
                "knowledge-topic",
                new KnowledgePage(
                        frame(Place.KNOWLEDGE), List.of(), List.of(), "Drukarki", articles(), "/knowledge?after=x"));
        pages.put(
                "knowledge-empty",
                new KnowledgePage(frame(Place.KNOWLEDGE), List.of(), List.of(), null, List.of(), null));
        pages.put(
                "solutions",
                new SolutionsPage(
                        frame(null), List.of(new SolutionsPage.Solution("/knowledge/A-1", said.subject(), ""))));
        pages.put("article", article(null));
        pages.put("article-answered", article(false));
        pages.put("outage", announcement("outage", false));
        pages.put("outage-followed", announcement("outage", true));
        pages.put("news", announcement("news", null));
        pages.put("planned-work", announcement("planned-work", null));
        pages.put("search", found(said.query(), null, null));
        pages.put("search-corrected", found(said.query(), said.query(), null));
        pages.put("search-one-kind", found(said.query(), null, "article"));
        pages.put("search-nothing", nothingFound(said.query()));
        pages.put("search-empty", nothingFound(""));
        pages.put(
                "search-suggestions",
                new SuggestionsPage(
                        frame(null),
                        said.query(),
                        List.of(
                                new SuggestionsPage.Suggestion("article", "knowledge", hit()),
                                new SuggestionsPage.Suggestion("ticket", "tickets", hit())),
                        "/search?q=x"));
        pages.putAll(withoutSigningIn());
        return pages;
    }

    /** What a visitor sees where articles are open to all. */
    private Map<String, Page> withoutSigningIn() {
        var reader = frame(Visitor.reader(language, WARSAW, List.of(Place.KNOWLEDGE)), Place.KNOWLEDGE);
        var article = article(null);
        return Map.of(
                "visitor-knowledge",
                new KnowledgePage(reader, topics(), topics(), null, articles(), null),
                "visitor-article",
                new ArticlePage(
                        reader,
                        article.article(),
                        article.crumbs(),
                        article.html(),
                        article.contents(),
                        article.files(),
                        null,
                        null,
                        article.related(),
                        article.address()),
                "visitor-search-nothing",
                new SearchPage(reader, said.query(), null, List.of(), null, "/search?q=x", 0, null),
                "visitor-not-found",
                ErrorPage.of(reader, 404, ""),
                "signed-out-may-read",
                new SignedOutPage(stranger(), SignedOutPage.Reason.ASKED, "/", "/knowledge"));
    }

    private SearchPage found(String query, @Nullable String corrected, @Nullable String only) {
        return new SearchPage(
                frame(null),
                query,
                corrected,
                List.of(
                        new SearchPage.Group(
                                "article", "knowledge", List.of(hit(), hit()), 22, "/search?q=x&kind=article"),
                        new SearchPage.Group("ticket", "tickets", List.of(hit()), 1, null)),
                only,
                "/search?q=x",
                only == null ? 23 : 120,
                only == null
                        ? null
                        : new SearchPage.Paging(
                                51, 100, "/search?q=x&kind=article&from=0", "/search?q=x&kind=article&from=100"));
    }

    private SearchPage nothingFound(String query) {
        return new SearchPage(frame(null), query, null, List.of(), null, "/search?q=x", 0, null);
    }

    private Hit hit() {
        return new Hit(
                "/tickets/48213",
                new Marked(List.of(new Marked.Part(said.subject(), false), new Marked.Part(said.query(), true))),
                new Marked(List.of(new Marked.Part(said.text(), true), new Marked.Part("…", false))),
                List.of("48213", said.subject()),
                "en");
    }

    private HomePage home() {
        return new HomePage(
                frame(Place.HOME).withFlash(null),
                true,
                List.of(
                        new HomePage.Waiting(HomePage.Kind.ANSWER, said.subject(), "/tickets/48213", when(292)),
                        new HomePage.Waiting(
                                HomePage.Kind.CHECK,
                                "Drukarka na 3. piętrze nie skanuje",
                                "/tickets/48190",
                                when(1300)),
                        new HomePage.Waiting(
                                HomePage.Kind.ANSWER, "Dostęp do raportów sprzedaży", "/tickets/48207", when(9000))),
                Counted.upTo(99, 5),
                new SampleLists(language, said, colour).rows().subList(0, 5),
                Counted.upTo(99, 17),
                new KnowledgeOverview.Card(articles(), articles().subList(0, 1)),
                SampleAssets.card(said.subject()),
                SamplePapers.card(language, said),
                new NoteOverview.Card(
                        new SampleNotes(language, said, colour).rows().subList(0, 2)),
                List.of(
                        new AnnouncementOverview.Line(
                                "planned-work", said.subject(), "/announcements/1", when(90), false),
                        new AnnouncementOverview.Line("news", said.subject(), "/announcements/2", when(900), false)));
    }

    private static List<KnowledgePage.Category> topics() {
        return List.of(
                new KnowledgePage.Category("Drukarki", "/knowledge?category=Drukarki", 1),
                new KnowledgePage.Category("Konta i hasła", "/knowledge?category=Konta", 22));
    }

    private List<ArticleRow> articles() {
        return List.of(
                articleRow(said.subject(), null, ArticleRow.Mark.NEW),
                articleRow("Jak zresetować hasło do poczty", "foreign", null),
                articleRow("Zacięty papier", null, ArticleRow.Mark.CHANGED));
    }

    private ArticleRow articleRow(String title, @Nullable String foreign, ArticleRow.@Nullable Mark mark) {
        var language = foreign == null ? null : this.language.equals("pl") ? "en" : "pl";
        return new ArticleRow("/knowledge/A-1", title, said.text(), language, "Drukarki", when(400), mark);
    }

    private ArticlePage article(@Nullable Boolean given) {
        return new ArticlePage(
                frame(Place.KNOWLEDGE),
                articleRow(said.subject(), null, ArticleRow.Mark.CHANGED),
                List.of(new ArticlePage.Crumb("Drukarki", "/knowledge?category=Drukarki")),
                Templates.safe("""
                <h2 id="s-a">Zanim zaczniesz</h2><p>Naciśnij <kbd>Ctrl</kbd> i wpisz <code>ping</code>.</p>
                <h2 id="s-b">Kroki</h2><ol><li>Otwórz pokrywę.</li></ol><h2 id="s-c">Gdy nie pomogło</h2>
                <div class="scroll" tabindex="0" role="region" aria-label="Tabela"><table><tr><th>Kod</th></tr><tr><td>809</td></tr></table></div>"""),
                List.of(
                        new ArticlePage.Heading("s-a", "Zanim zaczniesz"),
                        new ArticlePage.Heading("s-b", "Kroki"),
                        new ArticlePage.Heading("s-c", "Gdy nie pomogło")),
                List.of(new AttachmentView(said.file(), "/knowledge/A-1/files/x", "20 kB", "image")),
                new ArticlePage.Verdict(
                        Form.empty("/knowledge/A-1/verdict", "k", null), given, "/tickets/new?read=A-1"),
                given == null ? null : new ArticlePage.Solves("/knowledge/A-1/solution", "k"),
                articles(),
                "https://pomoc.oriale.example/knowledge/A-1");
    }

    private AnnouncementPage announcement(String key, @Nullable Boolean following) {
        return new AnnouncementPage(
                frame(null),
                key,
                said.subject(),
                key.equals("news") ? List.of() : List.of(said.text()),
                when(90),
                key.equals("planned-work") ? when(-90) : null,
                when(10),
                "/announcements/1",
                following);
    }
}
