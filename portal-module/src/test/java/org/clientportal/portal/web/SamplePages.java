package org.clientportal.portal.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.clientportal.itsm.ItsmRejected;
import org.clientportal.portal.announcements.AnnouncementOverview;
import org.clientportal.portal.announcements.AnnouncementPage;
import org.clientportal.portal.announcements.OutageOverMail;
import org.clientportal.portal.branding.BrandSettings;
import org.clientportal.portal.branding.Brands;
import org.clientportal.portal.conversation.AttachmentView;
import org.clientportal.portal.conversation.DayView;
import org.clientportal.portal.conversation.DeliveryView;
import org.clientportal.portal.conversation.EntryView;
import org.clientportal.portal.conversation.OlderView;
import org.clientportal.portal.conversation.Solution;
import org.clientportal.portal.conversation.StateView;
import org.clientportal.portal.home.HomePage;
import org.clientportal.portal.identity.AddressMail;
import org.clientportal.portal.identity.PasswordMail;
import org.clientportal.portal.knowledge.ArticlePage;
import org.clientportal.portal.knowledge.ArticleRow;
import org.clientportal.portal.knowledge.KnowledgeOverview;
import org.clientportal.portal.knowledge.KnowledgePage;
import org.clientportal.portal.knowledge.SolutionsPage;
import org.clientportal.portal.notifications.TicketMail;
import org.clientportal.portal.profile.ProfilePage;
import org.clientportal.portal.requests.ColleaguesPage;
import org.clientportal.portal.requests.FieldView;
import org.clientportal.portal.requests.RequestChoicePage;
import org.clientportal.portal.requests.RequestChoicePage.KindView;
import org.clientportal.portal.requests.RequestPage;
import org.clientportal.portal.search.Hit;
import org.clientportal.portal.search.Marked;
import org.clientportal.portal.search.SearchPage;
import org.clientportal.portal.search.SuggestionsPage;
import org.clientportal.portal.signin.AccessRequestMail;
import org.clientportal.portal.signin.AccessRequestPage;
import org.clientportal.portal.standins.StandInPage;
import org.clientportal.portal.tickets.AfterView;
import org.clientportal.portal.tickets.ApprovalPage;
import org.clientportal.portal.tickets.ApprovalsPage;
import org.clientportal.portal.tickets.AroundView;
import org.clientportal.portal.tickets.ClosurePage;
import org.clientportal.portal.tickets.LeavingPage;
import org.clientportal.portal.tickets.MovePanel;
import org.clientportal.portal.tickets.MovePanel.Act;
import org.clientportal.portal.tickets.MovePanel.Action;
import org.clientportal.portal.tickets.MovePanel.Move;
import org.clientportal.portal.tickets.NewTicketPage;
import org.clientportal.portal.tickets.RatingPage;
import org.clientportal.portal.tickets.ReopeningPage;
import org.clientportal.portal.tickets.TicketDetails;
import org.clientportal.portal.tickets.TicketListPage;
import org.clientportal.portal.tickets.TicketListPage.TabName;
import org.clientportal.portal.tickets.TicketPage;
import org.clientportal.portal.tickets.TicketPeoplePage;
import org.clientportal.portal.tickets.TicketRow;
import org.jspecify.annotations.Nullable;

/** Every page in every state, for one language; {@code said} is what people wrote, friendly or hostile. */
final class SamplePages {

    static final Instant NOW = Instant.parse("2026-11-24T13:05:00Z");
    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    private static final Form.UploadLimits LIMITS = new Form.UploadLimits(25_000_000, "25\u00a0MB", 10);

    private final Messages messages = new Messages();
    private final String language;
    private final Said said;
    private final String colour;

    SamplePages(String language, Said said, String colour) {
        this.language = language;
        this.said = said;
        this.colour = colour;
    }

    /** What comes from outside. */
    record Said(String me, String agent, String subject, String text, String file, String query) {}

    static final Said FRIENDLY = new Said(
            "Anna Wiśniewska",
            "Piotr Zieliński",
            "VPN rozłącza się po kilku minutach pracy z domu",
            "Od poniedziałku VPN rozłącza mnie co 5–10 minut, zawsze podczas rozmów w Teams. W biurze wszystko działa.",
            "blad-809.png",
            "skanner");

    Map<String, Page> all() {
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
        pages.put("request-choice", choice("", null, kinds()));
        pages.put("request-choice-found", choice(said.query(), kinds(), List.of()));
        pages.put("request-choice-nothing", choice(said.query(), List.of(), List.of()));
        pages.put("request", request(Form.empty("/tickets/new/laptop", "k", LIMITS), List.of()));
        pages.put(
                "request-wrong",
                request(
                        new Form(
                                "/tickets/new/laptop",
                                "k",
                                "d",
                                Map.of("q-text", said.subject()),
                                List.of(
                                        Form.Problem.of("q-text", "requests.own-words", said.text()),
                                        Form.Problem.of("q-radios", "requests.own-words", said.text()),
                                        Form.Problem.of("q-checks", "requests.own-words", said.text()),
                                        LIMITS.tooMany()),
                                List.of(new Form.DraftFileView("f", said.file(), "412\u00a0kB", "image")),
                                LIMITS),
                        List.of()));
        pages.put(
                "request-changed",
                request(
                        Form.empty("/tickets/new/laptop", "k", LIMITS),
                        List.of(
                                new RequestPage.Change("added", said.subject(), ""),
                                new RequestPage.Change("changed", said.subject(), ""),
                                new RequestPage.Change("removed", said.subject(), said.text()))));
        pages.put(
                "colleagues",
                new ColleaguesPage(
                        frame(null),
                        List.of(
                                new ColleaguesPage.Option(said.me() + " <a@b.example>", said.me(), said.query()),
                                new ColleaguesPage.Option(said.me(), said.me(), ""))));
        pages.put("list", list(TabName.OPEN, "", rows(), null, "/tickets?after=x"));
        pages.put("list-second", list(TabName.ALL, "", rows(), "/tickets?before=x", "/tickets?after=x"));
        pages.put("list-last", list(TabName.ALL, "", rows(), "/tickets?before=x", null));
        pages.put("list-nothing", list(TabName.ALL, said.query(), List.of(), null, null));
        for (var tab : TabName.values()) {
            pages.put("list-empty-" + tab.key(), list(tab, "", List.of(), null, null));
        }
        pages.put("list-no-such-state", listInState());
        pages.put("ticket", ticket(StateView.State.WAITING_FOR_PERSON, yours(), days(), reply()));
        for (var move : Move.values()) {
            pages.put("ticket-" + move.key(), ticket(state(move), panel(move), days(), reply()));
        }
        pages.put(
                "ticket-planned-date",
                ticket(StateView.State.PLANNED, MovePanel.planned("30 lis", List.of()), days(), null));
        pages.put("ticket-sending-first", beingSent());
        pages.put("ticket-wrong", ticket(StateView.State.WAITING_FOR_PERSON, yours(), days(), wrongReply()));
        pages.put("new", newTicket(Form.empty("/tickets", "k1", LIMITS)));
        pages.put("new-wrong", newTicket(wrongTicket()));
        pages.put(
                "closure",
                new ClosurePage(
                        frame(Place.TICKETS),
                        "48213",
                        said.subject(),
                        "/tickets/48213/closure",
                        "k2",
                        "/tickets/48213",
                        14));
        pages.put(
                "approvals",
                new ApprovalsPage(frame(Place.TICKETS), approvals("waiting", "attn"), approvals("refused", "bad")));
        pages.put("approvals-none", new ApprovalsPage(frame(Place.TICKETS), List.of(), List.of()));
        pages.put("approval", approval(Form.empty("/tickets/48213/approval", "k2", null), "waiting"));
        pages.put(
                "approval-wrong",
                approval(
                        new Form(
                                "/tickets/48213/approval",
                                "k2",
                                null,
                                Map.of(),
                                List.of(
                                        Form.Problem.of("decision", "approval.decision-missing"),
                                        Form.Problem.of("text", "approval.text-missing")),
                                List.of(),
                                null),
                        "waiting"));
        pages.put("approval-over", approval(null, "refused"));
        var adding = Form.empty("/tickets/48213/people", "k2", null);
        pages.put("people", people(adding));
        pages.put(
                "people-wrong",
                people(new Form(
                        adding.action(),
                        "k2",
                        null,
                        Map.of("who", said.text()),
                        List.of(
                                Form.Problem.of("who", "people.unknown"),
                                Form.Problem.of("until", "people.until-wrong")),
                        List.of(),
                        null)));
        pages.put("people-read", people(null));
        pages.put(
                "leaving",
                new LeavingPage(frame(Place.TICKETS), "48213", said.subject(), "/tickets/48213/people", "k2", false));
        pages.put(
                "leaving-shared",
                new LeavingPage(frame(Place.TICKETS), "48213", said.subject(), "/tickets/48213/people", "k2", true));
        var period = new StandInPage.Period(said.me(), "24 lis", "30 lis", true);
        pages.put(
                "stand-in",
                new StandInPage(
                        frame(Place.PROFILE),
                        period,
                        List.of(period, new StandInPage.Period(said.agent(), "1 gru", "24 gru", false)),
                        Form.empty("/profile/stand-in", "k2", null),
                        "2026-11-24"));
        pages.put(
                "stand-in-wrong",
                new StandInPage(
                        frame(Place.PROFILE),
                        null,
                        List.of(),
                        new Form(
                                "/profile/stand-in",
                                "k2",
                                null,
                                Map.of("who", said.text()),
                                List.of(
                                        Form.Problem.of("who", "people.missing"),
                                        Form.Problem.of("from", "stand-in.from-wrong"),
                                        Form.Problem.of("to", "stand-in.to-wrong")),
                                List.of(),
                                null),
                        "2026-11-24"));
        pages.put("reopening-solved", reopening(true, List.of()));
        pages.put("reopening-closed-wrong", reopening(false, List.of(ReopeningPage.textMissing())));
        pages.put("rating", rating(List.of()));
        pages.put("rating-wrong", rating(List.of(RatingPage.scoreMissing(), RatingPage.commentTooLong())));
        pages.put("profile", profile(List.of()));
        pages.put("profile-wrong", profile(List.of(ProfilePage.languageUnknown(), ProfilePage.zoneUnknown())));
        var asked = Form.empty("/access-request", "", null);
        pages.put("access-request", new AccessRequestPage(stranger(), asked, false));
        pages.put("access-request-wrong", new AccessRequestPage(stranger(), wrongRequest(), false));
        pages.put("access-request-sent", new AccessRequestPage(stranger(), asked, true));
        pages.put("no-access", new NoAccessPage(frame(Visitor.withoutAccess(said.me(), language, WARSAW), null)));
        for (var reason : SignedOutPage.Reason.values()) {
            pages.put("signed-out-" + reason.key(), new SignedOutPage(stranger(), reason, "/sign-in", null));
        }
        pages.putAll(withoutSigningIn());
        for (var status : List.of(403, 404, 409, 413, 429, 500)) {
            pages.put(
                    "error-" + status,
                    ErrorPage.of(status == 500 ? stranger() : frame(null), status, status == 500 ? "7F3K" : ""));
        }
        return pages;
    }

    Frame frame(@Nullable Place place) {
        return frame(Visitor.signedIn(1, said.me(), language, WARSAW, List.of(Place.values())), place);
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

    private Frame stranger() {
        return frame(Visitor.stranger(language, WARSAW), null);
    }

    private Frame frame(Visitor visitor, @Nullable Place place) {
        var words = messages.in(language);
        var name = visitor.name();
        return new Frame(
                language,
                words,
                formats(),
                brands(colour).brand(language),
                new Assets().urls(),
                name == null
                        ? null
                        : new Frame.ViewerView(visitor.person(), name, Frames.initials(name), visitor.seenBy()),
                visitor.places().stream()
                        .map(each -> new Frame.NavigationItem(each, each == place))
                        .toList(),
                new Frame.Csrf("_csrf", "token"),
                null,
                new Frame.LanguageLink(language.equals("pl") ? "en" : "pl", "/language"),
                place == Place.HOME ? List.of(new Strip.Line(said.subject(), "/announcements/1")) : List.of(),
                !visitor.places().isEmpty(),
                visitor.isReader() ? "/sign-in?to=%2Fknowledge" : null);
    }

    private static final Map<String, Brands> BRANDS = new ConcurrentHashMap<>();

    static Brands brands(String colour) {
        return BRANDS.computeIfAbsent(colour, SamplePages::newBrands);
    }

    private static Brands newBrands(String colour) {
        return new Brands(new BrandSettings(
                "Oriale",
                "Oriale sp. z o.o.",
                null,
                colour,
                null,
                null,
                new BrandSettings.Desk("+48 22 555 01 18", null, "support@oriale.example")));
    }

    Formats formats() {
        return Formats.of(messages.in(language), language, WARSAW, NOW);
    }

    private WhenView when(int minutesAgo) {
        return formats().when(NOW.minusSeconds(60L * minutesAgo));
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
                rows().subList(0, 5),
                Counted.upTo(99, 17),
                new KnowledgeOverview.Card(articles(), articles().subList(0, 1)),
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

    private List<TicketRow> rows() {
        var states = StateView.State.values();
        return Arrays.stream(states)
                .map(state -> new TicketRow(
                        "/tickets/" + (48213 - state.ordinal() * 17),
                        state == StateView.State.SENDING ? null : String.valueOf(48213 - state.ordinal() * 17),
                        subject(state.ordinal()),
                        when(10 + state.ordinal() * state.ordinal() * 700),
                        new StateView(
                                state,
                                state == StateView.State.PLANNED ? formats().date(LocalDate.of(2026, 11, 30)) : null),
                        state.ordinal() % 3 == 0 ? null : said.agent(),
                        null))
                .toList();
    }

    private String subject(int index) {
        var subjects = List.of(
                said.subject(),
                "Dostęp do raportów sprzedaży",
                "Drukarka na 3. piętrze nie skanuje",
                "Monitor 27″ do domu",
                "Instalacja programu AutoCAD LT",
                "Podpis w Outlooku według wzoru firmy, z tłumaczeniem na angielski i numerem wewnętrznym",
                "Nowy telefon",
                "Zgubiona karta do biura",
                "Rzeczpospolitadonaudycyjniepodległościowa-bardzo-długie-słowo-bez-spacji-0123456789");
        return subjects.get(index % subjects.size());
    }

    private TicketListPage list(
            TabName current, String query, List<TicketRow> rows, @Nullable String newer, @Nullable String older) {
        var frame = frame(Place.TICKETS);
        return new TicketListPage(
                frame,
                List.of(),
                Arrays.stream(TabName.values())
                        .map(tab -> new TicketListPage.Tab(
                                tab,
                                Counted.upTo(99, List.of(5, 1, 99, 100).get(tab.ordinal())),
                                "/tickets?tab=" + tab.key(),
                                tab == current))
                        .toList(),
                query,
                List.of(
                        TicketListPage.anyState(frame, true),
                        new Choice("new", frame.words().text("state.new"), false)),
                rows,
                newer,
                older,
                rows.isEmpty() ? null : "/tickets/export?tab=" + current.key());
    }

    private TicketListPage listInState() {
        var page = list(TabName.OPEN, "", List.of(), null, null);
        return new TicketListPage(
                page.frame(),
                List.of(),
                page.tabs(),
                "",
                List.of(new Choice("new", "Przyjęte", true)),
                List.of(),
                null,
                null,
                null);
    }

    private MovePanel yours() {
        return MovePanel.yours(
                said.agent(),
                when(292).text(),
                List.of(new Action(Act.REPLY, "#reply", null), new Action(Act.CLOSE, "/tickets/48213/closure", "k4")));
    }

    private MovePanel panel(Move move) {
        return switch (move) {
            case YOURS -> yours();
            case APPROVE ->
                new MovePanel(
                        move,
                        Phrase.of("ticket.move.approve-sentence"),
                        List.of(new Action(Act.DECIDE, "/tickets/48213/approval", null)));
            case CHECK ->
                MovePanel.of(
                        move,
                        List.of(
                                new Action(Act.WORKS, "/tickets/48213/closure", "k5"),
                                new Action(Act.STILL_BROKEN, "/tickets/48213/reopening", null)));
            case ANOTHERS -> new MovePanel(move, Phrase.of("ticket.move.anothers-sentence", said.agent()), List.of());
            case OVER -> MovePanel.of(move, List.of(new Action(Act.REOPEN, "/tickets/48213/reopening", null)));
            default -> MovePanel.of(move, List.of());
        };
    }

    private AroundView around(StateView.State state) {
        return new AroundView(
                state == StateView.State.WAITING_FOR_OTHERS ? said.text() : null,
                List.of(
                        Phrase.of("outlook.answer-most", "2 godzin", "1 dnia"),
                        Phrase.of("outlook.solve-by", "30 lis, 15:00")),
                List.of(
                        new AroundView.LinkView(
                                "related",
                                "/tickets/48100",
                                "48100",
                                said.subject(),
                                StateView.of(StateView.State.CLOSED)),
                        new AroundView.LinkView(
                                "waits-for",
                                "/tickets/48101",
                                "48101",
                                said.subject(),
                                StateView.of(StateView.State.IN_WORK))));
    }

    /** Asked of what is closed, answered of what was solved. */
    private @org.jspecify.annotations.Nullable AfterView rated(StateView.State state) {
        return switch (state) {
            case CLOSED ->
                new AfterView(
                        RatingPage.SCORES.stream()
                                .map(score -> new AfterView.Answer(score, "/tickets/48213/rating?score=" + score))
                                .toList(),
                        null);
            case SOLVED ->
                new AfterView(List.of(), new AfterView.Given(4, said.text(), "not-delivered", "/tickets/48213/rating"));
            default -> null;
        };
    }

    private ReopeningPage reopening(boolean solved, List<Form.Problem> problems) {
        return new ReopeningPage(
                frame(Place.TICKETS),
                "48213",
                said.subject(),
                solved,
                new Form("/tickets/48213/reopening", "k6", null, Map.of(), problems, List.of(), LIMITS),
                "/tickets/48213");
    }

    private RatingPage rating(List<Form.Problem> problems) {
        return new RatingPage(
                frame(Place.TICKETS),
                "48213",
                said.subject(),
                new Form("/tickets/48213/rating", "k7", null, Map.of("score", "4"), problems, List.of(), null),
                "/tickets/48213");
    }

    private static StateView.State state(Move move) {
        return switch (move) {
            case YOURS, APPROVE -> StateView.State.WAITING_FOR_PERSON;
            case CHECK -> StateView.State.SOLVED;
            case OTHERS -> StateView.State.WAITING_FOR_OTHERS;
            case PLANNED -> StateView.State.PLANNED;
            case SENDING -> StateView.State.SENDING;
            case NOT_SENT -> StateView.State.NOT_SENT;
            case OVER -> StateView.State.CLOSED;
            case OURS, ANOTHERS -> StateView.State.IN_WORK;
        };
    }

    private TicketPage ticket(StateView.State state, MovePanel move, List<DayView> days, @Nullable Form reply) {
        return new TicketPage(
                frame(Place.TICKETS),
                "48213",
                "48213",
                said.subject(),
                state == StateView.State.WAITING_FOR_PERSON ? said.me() : null,
                StateView.of(state),
                move,
                new OlderView(2, "/tickets/48213?all"),
                days,
                new TicketDetails(
                        said.agent(),
                        "Praca zdalna i VPN",
                        "Zwykła",
                        "Oriale sp. z o.o.",
                        when(1345),
                        when(218),
                        List.of("Marek Nowak", said.agent()),
                        files(),
                        "/tickets/48213/closure"),
                reply,
                rated(state),
                around(state));
    }

    private TicketPage beingSent() {
        return new TicketPage(
                frame(Place.TICKETS).withFlash(Flash.done("flash.ticket-sent")),
                null,
                "n17",
                said.subject(),
                null,
                StateView.of(StateView.State.SENDING),
                MovePanel.of(Move.SENDING, List.of()),
                null,
                List.of(new DayView(
                        formats().day(LocalDate.of(2026, 11, 24)),
                        List.of(entry(
                                "e1",
                                EntryView.Side.ME,
                                said.me(),
                                0,
                                said.text(),
                                DeliveryView.sending(),
                                List.of())))),
                new TicketDetails(null, null, null, null, when(0), when(0), List.of(), List.of(), null),
                null,
                null,
                AroundView.NOTHING);
    }

    private List<DayView> days() {
        var me = EntryView.Side.ME;
        var support = EntryView.Side.SUPPORT;
        var steps =
                "<p>To już postęp. Sprawdźmy, czy winne jest Wi-Fi:</p><ol><li>Proszę podłączyć laptop kablem do routera i popracować pół godziny.</li>"
                        + "<li>Jaki to model routera? Nazwa jest na naklejce pod spodem, np. <code>F680-0IlO</code>.</li></ol>";
        return List.of(
                new DayView(
                        formats().day(LocalDate.of(2026, 11, 23)),
                        List.of(
                                entry("e1", me, said.me(), 1345, said.text(), DeliveryView.delivered(false), files()),
                                event("e2", StateView.State.IN_WORK),
                                entry(
                                        "e3",
                                        support,
                                        said.agent(),
                                        1320,
                                        "Dzień dobry! Dziękuję za zrzut, to sporo wyjaśnia.\nBłąd 809 oznacza zwykle, że domowy router przerywa połączenie.",
                                        null,
                                        List.of()))),
                new DayView(
                        formats().day(LocalDate.of(2026, 11, 24)),
                        List.of(
                                entry(
                                        "e4",
                                        me,
                                        said.me(),
                                        334,
                                        "Tryb zmieniony, dalej rozłącza.",
                                        DeliveryView.delivered(true),
                                        List.of()),
                                rich("e5", support, said.agent(), 293, steps),
                                entry(
                                        "e6",
                                        EntryView.Side.PERSON,
                                        "Marek Nowak",
                                        280,
                                        "U mnie to samo.",
                                        null,
                                        List.of()),
                                rich("e7", EntryView.Side.SYSTEM, "", 270, "<p>Zgłoszenie połączone z 48100.</p>"),
                                entry(
                                        "e8",
                                        me,
                                        said.me(),
                                        258,
                                        "Na kablu działa od 30 minut bez przerwy.",
                                        DeliveryView.notDelivered(
                                                ItsmRejected.Reason.TOO_LARGE, "/tickets/48213/replies", "k8"),
                                        List.of()),
                                entry("e9", me, said.me(), 200, "A tu drugi zrzut.", DeliveryView.unknown(), List.of()),
                                entry("e10", me, said.me(), 1, "I trzeci.", DeliveryView.sending(), List.of()))));
    }

    private EntryView entry(
            String id,
            EntryView.Side side,
            String author,
            int minutesAgo,
            String text,
            @Nullable DeliveryView delivery,
            List<AttachmentView> files) {
        return new EntryView(
                id,
                side,
                author,
                side == EntryView.Side.PERSON ? said.me() : null,
                Frames.initials(author),
                formats().time(NOW.minusSeconds(60L * minutesAgo)),
                Templates.safe("<p>" + escape(text).replace("\n", "<br>") + "</p>"),
                true,
                null,
                files,
                delivery,
                side == EntryView.Side.PERSON);
    }

    private EntryView rich(String id, EntryView.Side side, String author, int minutesAgo, String html) {
        return new EntryView(
                id,
                side,
                author,
                side == EntryView.Side.ME ? said.me() : null,
                Frames.initials(author),
                formats().time(NOW.minusSeconds(60L * minutesAgo)),
                Templates.safe(html),
                true,
                null,
                List.of(),
                null,
                false);
    }

    private EntryView event(String id, StateView.State state) {
        return new EntryView(
                id,
                EntryView.Side.SUPPORT,
                said.agent(),
                said.me(),
                "PZ",
                formats().time(NOW.minusSeconds(60 * 1333)),
                Templates.safe(""),
                false,
                StateView.of(state),
                List.of(),
                null,
                false);
    }

    private List<AttachmentView> files() {
        return List.of(
                new AttachmentView(said.file(), "/attachments/1", formats().size(412_000), "image"),
                new AttachmentView(
                        "vpn-dziennik.txt", "/attachments/2", formats().size(912_000), "file"),
                new AttachmentView("bez-rozmiaru", "/attachments/3", "", "file"));
    }

    private static Form reply() {
        return Form.empty("/tickets/48213/replies", "k9", LIMITS);
    }

    private Form wrongReply() {
        return new Form(
                "/tickets/48213/replies",
                "k9",
                "d1",
                Map.of("text", ""),
                List.of(TicketPage.replyMissing(), TicketPage.replyTooLong(100_000)),
                drafts(),
                LIMITS);
    }

    private Form wrongTicket() {
        return new Form(
                "/tickets",
                "k3",
                "d2",
                Map.of("subject", said.subject(), "text", said.text()),
                List.of(
                        NewTicketPage.subjectMissing(),
                        NewTicketPage.subjectTooLong(200),
                        NewTicketPage.textMissing(),
                        NewTicketPage.textTooLong(100_000),
                        NewTicketPage.categoryMissing(),
                        NewTicketPage.choiceUnknown("priority"),
                        LIMITS.tooBig(said.file(), "48\u00a0MB"),
                        LIMITS.tooMany(),
                        Form.UploadLimits.forbidden(said.file()),
                        Form.UploadLimits.empty(said.file())),
                drafts(),
                LIMITS);
    }

    private List<Form.DraftFileView> drafts() {
        return List.of(
                new Form.DraftFileView("f1", said.file(), "2,1\u00a0MB", "image"),
                new Form.DraftFileView(
                        "f2", "test-kabel-bardzo-dluga-nazwa-pliku-z-dziennikiem-zdarzen.log", "41\u00a0kB", "file"));
    }

    private List<KindView> kinds() {
        return List.of(
                new KindView("a", "/tickets/new/a", said.subject(), said.text(), "laptop", null, said.query()),
                new KindView(
                        "b",
                        "/tickets/new/b",
                        said.query(),
                        said.subject(),
                        "form",
                        "/tickets/new/b/picture?v=1",
                        "x"));
    }

    private RequestChoicePage choice(String query, @Nullable List<KindView> found, List<KindView> frequent) {
        return new RequestChoicePage(
                frame(Place.TICKETS),
                query,
                "A-1",
                found,
                frequent,
                List.of(new RequestChoicePage.Group(said.query(), kinds())));
    }

    private RequestPage request(Form form, List<RequestPage.Change> changes) {
        return new RequestPage(
                frame(Place.TICKETS),
                form,
                3,
                said.subject(),
                said.text(),
                "laptop",
                null,
                List.of("text", "area", "number", "date", "radios", "list", "checks", "person", "files").stream()
                        .map(type -> question(type, form))
                        .toList(),
                changes.isEmpty(),
                changes,
                changes.isEmpty() ? null : new Solution("A-1", said.subject(), "/knowledge/A-1"));
    }

    private FieldView question(String type, Form form) {
        var name = type.equals("files") ? "files" : "q-" + type;
        var open = type.equals("text");
        return new FieldView(
                name,
                type,
                said.subject(),
                said.text(),
                open,
                !open,
                open ? "" : said.text(),
                open ? "" : "{\"field\":\"text\",\"filled\":\"true\"}",
                open ? "" : "{\"field\":\"text\",\"is\":[\"" + said.query().replaceAll("\\W", "") + "\"]}",
                open ? "" : said.text(),
                type.matches("radios|list|checks")
                        ? List.of(new Choice("1", said.subject(), true), new Choice("2", said.query(), false))
                        : List.of(),
                form.value(name),
                200,
                "2026-11-24",
                "",
                open);
    }

    private List<ApprovalsPage.Row> approvals(String state, String tone) {
        return List.of(new ApprovalsPage.Row(
                "/tickets/48213/approval",
                "48213",
                said.subject(),
                Phrase.of("approval.state." + state),
                tone,
                when(40)));
    }

    private ApprovalPage approval(@Nullable Form form, String state) {
        var words = frame(Place.TICKETS).words();
        return new ApprovalPage(
                frame(Place.TICKETS).withFlash(form == null ? Flash.note("flash.approval-over") : null),
                "48213",
                said.subject(),
                "/tickets/48213",
                said.text(),
                when(40),
                form == null ? null : when(0).title(),
                Phrase.of("approval.said." + state),
                form == null ? "x" : "clock",
                form == null ? "bad" : "attn",
                form == null ? said.text() : "",
                form,
                7,
                List.of("approve", "refuse", "comment").stream()
                        .map(key -> new Choice(key, words.text("approval.decision." + key), key.equals("refuse")))
                        .toList());
    }

    private TicketPeoplePage people(@Nullable Form form) {
        var words = frame(Place.TICKETS).words();
        return new TicketPeoplePage(
                frame(Place.TICKETS).withFlash(Flash.done("flash.people-coming")),
                said.subject(),
                "48213",
                "/tickets/48213",
                List.of(
                        seer(said.me(), true, Phrase.of("people.why.requester"), null, false),
                        seer("Marek Nowak", false, Phrase.of("people.why.participant"), null, false),
                        seer(
                                said.agent(),
                                false,
                                Phrase.of("people.why.participant"),
                                Phrase.of("people.coming.sending"),
                                false),
                        seer(
                                said.agent(),
                                false,
                                Phrase.of("people.why.participant"),
                                Phrase.of("people.coming.failed"),
                                true),
                        seer(said.me(), false, Phrase.of("people.why.stand-in", said.agent(), "30 lis"), null, false),
                        seer(said.agent(), false, Phrase.of("people.why.shared", said.me(), "7 gru"), null, false)),
                form,
                List.of(
                        new Choice("copy", words.text("people.how.copy"), true),
                        new Choice("shared", words.text("people.how.shared"), false)),
                "2026-11-24",
                "k2",
                form == null);
    }

    private static TicketPeoplePage.Row seer(String name, boolean you, Phrase why, @Nullable Phrase note, boolean bad) {
        return new TicketPeoplePage.Row(7, name, you, why, note, bad, !you && note == null);
    }

    private NewTicketPage newTicket(Form form) {
        var frame = frame(Place.TICKETS);
        return new NewTicketPage(
                frame,
                form,
                List.of(
                        NewTicketPage.nothingChosen(frame, true),
                        new Choice("1", "Konto i hasło", false),
                        new Choice("2", "Praca zdalna i VPN", false)),
                List.of(
                        new Choice("1", "Niska", false),
                        new Choice("2", "Zwykła", true),
                        new Choice("3", "Wysoka: praca stoi", false)),
                100_000,
                form.draftId() == null,
                form.draftId() == null ? null : new Solution("A-1", said.subject(), "/knowledge/A-1"),
                form.draftId() == null ? null : new NewTicketPage.Follows("48213", said.subject(), "/tickets/48213"));
    }

    private Form wrongRequest() {
        return new Form(
                "/access-request",
                "",
                null,
                Map.of("name", said.me(), "email", said.me(), "note", said.text()),
                List.of(
                        Form.Problem.of("email", "access-request.email-wrong"),
                        Form.Problem.of("note", "access-request.note-long", 1000)),
                List.of(),
                null);
    }

    private ProfilePage profile(List<Form.Problem> problems) {
        return new ProfilePage(
                frame(Place.PROFILE).withFlash(Flash.done("flash.profile-saved")),
                said.me(),
                "anna.wisniewska@oriale.example",
                "Oriale sp. z o.o.",
                new Form("/profile", "k10", null, Map.of(), problems, List.of(), null),
                List.of(new Choice("pl", "Polski", true), new Choice("en", "English", false)),
                List.of(
                        new Choice("Europe/Warsaw", "Warszawa (GMT+1)", true),
                        new Choice("Europe/London", "Londyn (GMT)", false)),
                "/profile/password");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    Map<String, Mail> mails() {
        var mails = new LinkedHashMap<String, Mail>();
        mails.put(
                "access-request",
                new AccessRequestMail(
                        mailFrame("mail.reason.access-request"), said.me(), "ola@oriale.example", said.text()));
        for (var kind : PasswordMail.Kind.values()) {
            mails.put(
                    "password-" + kind.key(),
                    new PasswordMail(
                            mailFrame("mail.reason.password"),
                            kind,
                            said.me(),
                            "anna.wisniewska@oriale.example",
                            "Kx7pQv9mWt3hRb2z",
                            kind == PasswordMail.Kind.ENABLED,
                            "https://pomoc.oriale.example/"));
        }
        mails.put(
                "address",
                new AddressMail(
                        mailFrame("mail.reason.address"),
                        "anna.nowak@oriale.example",
                        "anna.wisniewska@oriale.example"));
        for (var writes : List.of(true, false)) {
            mails.put(
                    "outage-over-" + writes,
                    new OutageOverMail(mailFrame("mail.reason.outage"), said.subject(), writes));
        }
        for (var kind : TicketMail.Kind.values()) {
            mails.put(
                    "ticket-" + kind.key(),
                    new TicketMail(
                            mailFrame("mail.reason.ticket", "48213"),
                            kind,
                            "48213",
                            said.subject(),
                            "https://pomoc.oriale.example/tickets/48213",
                            StateView.of(StateView.State.IN_WORK),
                            kind == TicketMail.Kind.REPLY ? said.agent() : null,
                            kind == TicketMail.Kind.REPLY ? said.text() + "\nDruga linia." : null,
                            kind == TicketMail.Kind.REPLY ? 2 : 0,
                            kind != TicketMail.Kind.RECEIVED,
                            kind == TicketMail.Kind.CLOSING ? "30\u00a0lis" : null));
        }
        return mails;
    }

    private MailFrame mailFrame(String reason, Object... arguments) {
        var brands = brands(colour);
        return MailFrame.of(
                language,
                messages,
                brands.brand(language),
                brands.sheet(),
                "https://pomoc.oriale.example",
                Phrase.of(reason, arguments));
    }
}
