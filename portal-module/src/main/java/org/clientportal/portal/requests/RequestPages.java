package org.clientportal.portal.requests;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.catalogue.KindFinds;
import org.clientportal.portal.catalogue.Kinds;
import org.clientportal.portal.catalogue.Kinds.Offered;
import org.clientportal.portal.conversation.Draft;
import org.clientportal.portal.conversation.FormView;
import org.clientportal.portal.conversation.Solution;
import org.clientportal.portal.conversation.SolutionRead;
import org.clientportal.portal.requests.RequestChoicePage.Group;
import org.clientportal.portal.requests.RequestChoicePage.KindView;
import org.clientportal.portal.search.Search;
import org.clientportal.portal.web.Flash;
import org.clientportal.portal.web.Form.Problem;
import org.clientportal.portal.web.Frames;
import org.clientportal.portal.web.NotFound;
import org.clientportal.portal.web.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what the pages of requests show, each in one transaction with the viewer's eyes. */
@Component
class RequestPages {

    private static final int FREQUENT = 4;
    /** With fewer kinds than this everything is in view anyway. */
    private static final int MANY = 7;

    private static final int FOUND = 20;

    private final Frames frames;
    private final Kinds kinds;
    private final KindFinds finds;
    private final Search search;
    private final RequestForms requests;
    private final Lookups lookups;
    private final FormView forms;
    private final SolutionRead solutionRead;

    RequestPages(
            Frames frames,
            Kinds kinds,
            KindFinds finds,
            Search search,
            RequestForms requests,
            Lookups lookups,
            FormView forms,
            SolutionRead solutionRead) {
        this.frames = frames;
        this.kinds = kinds;
        this.finds = finds;
        this.search = search;
        this.requests = requests;
        this.lookups = lookups;
        this.forms = forms;
        this.solutionRead = solutionRead;
    }

    @PageTransaction
    boolean offersAny(Viewer viewer) {
        return !kinds.visibleTo(viewer).isEmpty();
    }

    @PageTransaction
    RequestChoicePage choice(HttpServletRequest request, Viewer viewer, String query) {
        var frame = frames.frame(request, Place.TICKETS);
        var read = solutionRead
                .shown(viewer, null, request.getParameter(SolutionRead.FIELD))
                .map(Solution::id)
                .orElse("");
        var offered = kinds.visibleTo(viewer);
        var groups = new LinkedHashMap<String, List<KindView>>();
        for (var each : offered) {
            groups.computeIfAbsent(each.category().in(viewer.language()), name -> new ArrayList<>())
                    .add(view(each, viewer.language()));
        }
        var asked = query.strip();
        return new RequestChoicePage(
                frame,
                asked,
                read,
                asked.isEmpty() ? null : found(viewer, offered, asked),
                frequent(offered, viewer.language()),
                groups.entrySet().stream()
                        .map(group -> new Group(group.getKey(), group.getValue()))
                        .toList());
    }

    private List<KindView> found(Viewer viewer, List<Offered> offered, String query) {
        var byId = offered.stream().collect(Collectors.toMap(Offered::id, each -> each));
        return search.find(viewer, query, List.of(finds), false, FOUND).kinds().stream()
                .flatMap(kind -> kind.objects().stream())
                .flatMap(id -> Stream.ofNullable(byId.get(id)))
                .map(each -> view(each, viewer.language()))
                .toList();
    }

    private static List<KindView> frequent(List<Offered> offered, String language) {
        return offered.size() < MANY
                ? List.of()
                : offered.stream()
                        .filter(each -> each.popularity() > 0)
                        .sorted(Comparator.comparingInt(Offered::popularity).reversed())
                        .limit(FREQUENT)
                        .map(each -> view(each, language))
                        .toList();
    }

    private static KindView view(Offered offered, String language) {
        var kind = offered.kind();
        return new KindView(
                kind.id(),
                offered.url(),
                kind.name().in(language),
                kind.summary().in(language),
                kind.icon(),
                offered.pictureUrl(),
                Stream.concat(Stream.of(kind.name(), kind.summary(), offered.category()), kind.keywords().stream())
                        .map(words -> words.pl() + " " + words.en())
                        .collect(Collectors.joining(" "))
                        .toLowerCase(Locale.ROOT));
    }

    /** @param draft what was typed before; null for a fresh form */
    @PageTransaction
    RequestPage form(
            HttpServletRequest request, Viewer viewer, String name, @Nullable Draft draft, List<Problem> problems) {
        var offered = kinds.visibleTo(viewer, name).orElseThrow(NotFound::new);
        var frame = frames.frame(request, Place.TICKETS).withFlash(Flash.ofKeptText(request));
        var kind = offered.kind();
        var language = viewer.language();
        var values = requests.values(viewer, kind, draft);
        var files = draft == null
                ? List.<String>of()
                : draft.files().stream().map(Draft.DraftFile::name).toList();
        var changes = draft == null ? List.<RequestPage.Change>of() : requests.changes(viewer, offered, draft);
        return new RequestPage(
                frame,
                forms.of(RequestDrafts.page(kind.id()), draft, problems, viewer, frame.formats()),
                kind.version(),
                kind.name().in(language),
                kind.intro().in(language),
                kind.icon(),
                offered.pictureUrl(),
                new FieldViews(
                                requests.answers(viewer, kind, values, files),
                                values,
                                lookups.assets(viewer),
                                frame.words(),
                                language,
                                requests.today(viewer))
                        .all(),
                viewer.has(Feature.ON_BEHALF),
                changes,
                solutionRead
                        .shown(viewer, draft, request.getParameter(SolutionRead.FIELD))
                        .orElse(null));
    }

    @PageTransaction
    List<ColleaguesPage.Option> colleagues(String typed) {
        return lookups.suggested(typed).stream()
                .map(each -> new ColleaguesPage.Option(each.text(), each.name(), each.organisation()))
                .toList();
    }

    @PageTransaction
    byte[] picture(Viewer viewer, String kind) {
        return kinds.picture(viewer, kind).orElseThrow(NotFound::new);
    }
}
