package org.clientportal.portal.search;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.search.SearchPage.Group;
import org.clientportal.portal.search.SuggestionsPage.Suggestion;
import org.clientportal.portal.web.Frames;
import org.clientportal.portal.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what the pages of search show, each in one transaction with the viewer's eyes. */
@Component
class SearchPages {

    private static final int OF_EACH = 6;
    private static final int OF_ONE = 50;
    /** Of more than a thousand the database looks at the newest. */
    private static final int FARTHEST = 950;

    private static final int SUGGESTED = 5;
    /** So much better than the first kind's best that it stands before it: a number that fits exactly. */
    private static final double BY_FAR = 2;

    private final Frames frames;
    private final Search search;

    SearchPages(Frames frames, Search search) {
        this.frames = frames;
        this.search = search;
    }

    /**
     * What is found, some of each kind or all of one.
     *
     * @param only the kind to look in; all when null or unknown
     * @param from how many of that kind were on the pages before
     */
    @PageTransaction
    SearchPage results(HttpServletRequest request, Viewer viewer, String query, @Nullable String only, int from) {
        var kinds = searchable(viewer);
        var wanted = kinds.size() == 1
                ? kinds
                : kinds.stream().filter(finds -> finds.kind().equals(only)).toList();
        var skipped = wanted.isEmpty() ? 0 : Math.clamp(from / OF_ONE * OF_ONE, 0, FARTHEST);
        var frame = frames.frame(request, null);
        var found = search.find(
                viewer, query, wanted.isEmpty() ? kinds : wanted, false, wanted.isEmpty() ? OF_EACH : skipped + OF_ONE);
        if (found.isEmpty()) {
            search.missed(viewer, query);
        }
        var groups = ordered(found).stream()
                .map(kind -> new Group(
                        kind.finds().kind(),
                        kind.finds().icon(),
                        kind.finds().hits(viewer, frame, after(kind.objects(), skipped), found.marks(), false),
                        kind.total(),
                        wanted.isEmpty() && kind.total() > OF_EACH
                                ? url(query) + "&kind=" + kind.finds().kind()
                                : null))
                .filter(group -> !group.hits().isEmpty())
                .toList();
        if (groups.isEmpty() && skipped > 0) {
            throw new NotFound();
        }
        return new SearchPage(
                frame,
                query,
                groups.isEmpty() ? null : found.corrected(),
                groups,
                kinds.size() > 1 && !wanted.isEmpty() ? wanted.getFirst().kind() : null,
                url(query),
                groups.stream().mapToLong(Group::total).sum(),
                wanted.isEmpty() || groups.isEmpty() ? null : paging(query, groups.getFirst(), skipped));
    }

    private static List<Long> after(List<Long> objects, int skipped) {
        return objects.subList(Math.min(skipped, objects.size()), objects.size());
    }

    private static SearchPage.@Nullable Paging paging(String query, Group group, int skipped) {
        if (group.total() <= OF_ONE) {
            return null;
        }
        var here = url(query) + "&kind=" + group.kind() + "&from=";
        var last = Math.min(skipped + OF_ONE, group.total());
        return new SearchPage.Paging(
                skipped + 1,
                last,
                skipped == 0 ? null : here + (skipped - OF_ONE),
                last == group.total() || skipped == FARTHEST ? null : here + (skipped + OF_ONE));
    }

    private static List<Found.OfKind> ordered(Found found) {
        var kinds = found.kinds().stream().filter(kind -> kind.total() > 0).toList();
        var best = kinds.isEmpty() ? 0 : kinds.getFirst().best();
        return kinds.stream()
                .sorted(Comparator.comparing(kind -> kind.best() <= best * BY_FAR))
                .toList();
    }

    @PageTransaction
    SuggestionsPage suggestions(HttpServletRequest request, Viewer viewer, String query) {
        var kinds = searchable(viewer);
        var frame = frames.frame(request, null);
        var found = search.find(viewer, query, kinds, true, SUGGESTED);
        var byKind = ordered(found).stream()
                .map(kind -> kind.finds().hits(viewer, frame, kind.objects(), found.marks(), true).stream()
                        .map(hit ->
                                new Suggestion(kind.finds().kind(), kind.finds().icon(), hit))
                        .toList())
                .toList();
        return new SuggestionsPage(frame, query, inTurns(byKind), url(query));
    }

    /** The first kind has the most places, yet none is crowded out. */
    private static List<Suggestion> inTurns(List<List<Suggestion>> byKind) {
        var chosen = new ArrayList<Suggestion>();
        for (int at = 0; at < byKind.size(); at++) {
            var kept = Math.min(byKind.size() - 1 - at, 2);
            var room = SUGGESTED - chosen.size() - kept;
            byKind.get(at).stream().limit(Math.max(1, room)).forEach(chosen::add);
        }
        return chosen.stream().limit(SUGGESTED).toList();
    }

    private List<Finds> searchable(Viewer viewer) {
        return Optional.of(search.searchable(viewer))
                .filter(kinds -> !kinds.isEmpty())
                .orElseThrow(NotFound::new);
    }

    private static String url(String query) {
        return "/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }
}
