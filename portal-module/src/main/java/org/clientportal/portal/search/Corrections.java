package org.clientportal.portal.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clientportal.portal.search.Query.Asked;
import org.clientportal.portal.search.Query.Term;
import org.clientportal.portal.search.Vocabulary.Similar;
import org.springframework.stereotype.Component;

/** What mistyped words may have meant: only words that are in documents the viewer sees. */
@Component
class Corrections {

    private static final int MOST = 3;

    private final Vocabulary vocabulary;
    private final Documents documents;
    private final Analysis analysis;

    Corrections(Vocabulary vocabulary, Documents documents, Analysis analysis) {
        this.vocabulary = vocabulary;
        this.documents = documents;
        this.analysis = analysis;
    }

    /** @param better the word to show for it, and the word with the terms of its corrections */
    record Correction(String better, Asked asked) {}

    /** For each of the words, in the same order, a correction or the word as it was. */
    List<Correction> of(List<Asked> unknown, Collection<String> kinds) {
        var similar = unknown.stream()
                .map(asked -> vocabulary.similarTo(Word.folded(asked.word())))
                .toList();
        var all = similar.stream()
                .flatMap(List::stream)
                .map(Similar::word)
                .distinct()
                .toList();
        var seen = all.isEmpty() ? Map.<String, Long>of() : documents.seen(kinds, all);
        var corrections = new ArrayList<Correction>();
        for (int at = 0; at < unknown.size(); at++) {
            corrections.add(corrected(unknown.get(at), similar.get(at), seen));
        }
        return corrections;
    }

    private Correction corrected(Asked asked, List<Similar> similar, Map<String, Long> seen) {
        var visible =
                similar.stream().filter(each -> seen.containsKey(each.word())).toList();
        if (visible.isEmpty()) {
            return new Correction(asked.word(), asked);
        }
        var nearest = visible.getFirst().distance();
        var best = visible.stream()
                .filter(each -> each.distance() == nearest)
                .sorted(Comparator.comparing((Similar each) -> each.word().charAt(0)
                                != Word.folded(asked.word()).charAt(0))
                        .thenComparing(each -> -Objects.requireNonNull(seen.get(each.word())))
                        .thenComparing(Similar::word))
                .limit(MOST)
                .map(Similar::word)
                .toList();
        var terms = new ArrayList<Term>();
        var trust = nearest == 1 ? 0.85f : 0.7f;
        for (var word : best) {
            for (var term : Query.terms(word, analysis)) {
                terms.add(new Term(term.lexemes(), term.prefix(), term.weight() * trust));
            }
        }
        return new Correction(best.getFirst(), asked.with(terms));
    }
}
