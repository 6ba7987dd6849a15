package org.clientportal.portal.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.search.Found.OfKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what a viewer asks for among what the viewer may see. */
@Component
public class Search {

    /** A document that has less than this of what was asked for is not what was asked for. */
    private static final float LEAST_SHARE = 0.22f;

    /** A correction is a guess; what it finds has to fit better. */
    private static final float LEAST_SHARE_CORRECTED = 0.5f;

    private final List<Finds> features;
    private final Analysis analysis;
    private final Documents documents;
    private final Corrections corrections;

    Search(List<Finds> features, Analysis analysis, Documents documents, Corrections corrections) {
        this.features = List.copyOf(features);
        this.analysis = analysis;
        this.documents = documents;
        this.corrections = corrections;
    }

    /** What of all that can be found this viewer has. */
    public List<Finds> searchable(Viewer viewer) {
        return features.stream().filter(finds -> viewer.has(finds.feature())).toList();
    }

    /**
     * Finds.
     *
     * @param kinds the kinds to look in; those that the viewer does not have are left out
     * @param typing whether the last word may be only begun
     * @param perKind how many to give of each kind at most
     */
    @PageTransaction
    public Found find(Viewer viewer, String text, Collection<Finds> kinds, boolean typing, int perKind) {
        var query = Query.of(text, typing, analysis);
        var searched =
                kinds.stream().filter(finds -> viewer.has(finds.feature())).toList();
        if (query.isEmpty() || searched.isEmpty()) {
            return found(searched, List.of(), query, null);
        }
        var names = searched.stream().map(Finds::kind).toList();
        var rows = documents.visible(names, viewer.language(), query.words(), LEAST_SHARE, perKind);
        var matched = rows.isEmpty() ? 0 : rows.getFirst().matchedByAny();
        if (Long.bitCount(matched) == query.words().size()) {
            return found(searched, rows, query, null);
        }
        var better = corrected(query, matched, names, typing);
        return better == null
                ? found(searched, rows, query, null)
                : found(
                        searched,
                        documents.visible(names, viewer.language(), better.words(), LEAST_SHARE_CORRECTED, perKind),
                        better,
                        better.text());
    }

    /** The query with corrections for the words that nothing has; null when there are none. */
    private @Nullable Query corrected(Query query, long matched, List<String> kinds, boolean typing) {
        var unknown = new ArrayList<Query.Asked>();
        for (int at = 0; at < query.words().size(); at++) {
            if ((matched >> at & 1) == 0) {
                unknown.add(query.words().get(at));
            }
        }
        var corrected = corrections.of(unknown, kinds);
        var text = query.text();
        var words = new ArrayList<>(query.words());
        var changed = new HashSet<String>();
        for (int at = 0; at < unknown.size(); at++) {
            var correction = corrected.get(at);
            if (correction.asked() != unknown.get(at)) {
                words.set(words.indexOf(unknown.get(at)), correction.asked());
                text = replaced(text, unknown.get(at).word(), correction.better());
                changed.add(correction.better());
            }
        }
        return changed.isEmpty() ? null : new Query(text, words);
    }

    private static String replaced(String text, String word, String better) {
        return Word.of(text).stream()
                .filter(each -> each.text().equals(word))
                .findFirst()
                .map(each ->
                        text.substring(0, each.start()) + better.toLowerCase(Locale.ROOT) + text.substring(each.end()))
                .orElse(text);
    }

    private Found found(List<Finds> searched, List<Documents.Row> rows, Query query, @Nullable String corrected) {
        var byKind = rows.stream().collect(Collectors.groupingBy(Documents.Row::kind));
        var kinds = searched.stream()
                .map(finds -> {
                    var own = byKind.getOrDefault(finds.kind(), List.of());
                    return new OfKind(
                            finds,
                            own.stream().map(Documents.Row::object).toList(),
                            own.stream()
                                    .filter(row -> Long.bitCount(row.matched())
                                            == query.words().size())
                                    .map(Documents.Row::object)
                                    .toList(),
                            own.isEmpty() ? 0 : own.getFirst().total(),
                            own.isEmpty() ? 0 : own.getFirst().score());
                })
                .toList();
        return new Found(kinds, corrected, new Marks(query, analysis));
    }

    /** A search of a person that found nothing. */
    @PageTransaction
    public void missed(Viewer viewer, String text) {
        var words = Query.of(text, false, analysis).normalised();
        if (!words.isEmpty() && !viewer.readsOnly()) {
            documents.missed(words, viewer.language());
        }
    }
}
