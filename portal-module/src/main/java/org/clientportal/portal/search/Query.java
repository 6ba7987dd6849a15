package org.clientportal.portal.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What somebody typed, as what is looked for: words, and for each the terms that stand for it, weighted by how sure it is that
 * they mean the same.
 *
 * @param text as it was typed
 * @param words those that say something
 */
record Query(String text, List<Asked> words) {

    private static final int LONGEST = 200;
    private static final int MOST_WORDS = 12;

    /** A root is shared by words that mean different things. */
    private static final float ROOT = 0.4f;

    private static final float JOINED = 0.95f;
    private static final float BEGUN = 0.5f;
    private static final int SHORTEST_BEGUN = 3;
    private static final float CODE = 6;

    /** By the sort of a lexeme. */
    private static final Map<Character, Float> WEIGHTS = Map.of('w', 1f, 'p', 0.95f, 'e', 0.9f, 'r', ROOT);

    Query {
        words = List.copyOf(words);
    }

    /**
     * A term of PostgreSQL's.
     *
     * @param lexemes one, or those of a phrase
     * @param prefix whether words that begin so are meant too
     */
    record Term(List<String> lexemes, boolean prefix, float weight) {

        String query() {
            return written(prefix ? ":*" : "");
        }

        String inTitle() {
            return written(prefix ? ":*A" : ":A");
        }

        private String written(String suffix) {
            return lexemes.stream()
                    .map(lexeme -> Vector.quoted(lexeme) + suffix)
                    .collect(Collectors.joining(" <-> "));
        }
    }

    /** A word and the terms that stand for it. */
    record Asked(String word, List<Term> terms) {
        Asked {
            terms = List.copyOf(terms);
        }

        Asked with(List<Term> further) {
            var all = new ArrayList<>(terms);
            all.addAll(further);
            return new Asked(word, all);
        }
    }

    /** @param typing whether the last word may be only begun */
    static Query of(String text, boolean typing, Analysis analysis) {
        var shortened = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        var all = Word.of(shortened);
        var telling = all.stream().anyMatch(word -> !analysis.isStop(word.text()));
        var asked = new ArrayList<Asked>();
        for (int at = 0; at < all.size() && asked.size() < MOST_WORDS; at++) {
            var past = endOfCompound(all, at);
            var begun = past == all.size()
                    ? begun(all, typing && all.getLast().end() == shortened.length())
                    : List.<Term>of();
            if (past > at + 1) {
                asked.add(compound(all.subList(at, past), analysis).with(begun));
                at = past - 1;
                continue;
            }
            var word = all.get(at).text();
            // the last word may be the beginning of another
            if (telling && analysis.isStop(word) && (begun.isEmpty() || word.length() < SHORTEST_BEGUN)) {
                continue;
            }
            var terms = terms(word, analysis);
            addNeighbours(terms, all, at);
            asked.add(new Asked(word, terms).with(begun));
        }
        whole(all).ifPresent(code -> asked.replaceAll(each -> each.with(List.of(code))));
        return new Query(shortened.strip(), once(asked));
    }

    /** What the last word may be the beginning of, also joined with those before it. */
    private static List<Term> begun(List<Word> all, boolean typing) {
        var terms = new ArrayList<Term>();
        var joined = Word.folded(all.getLast().text());
        if (typing || joined.length() >= SHORTEST_BEGUN) {
            terms.add(new Term(List.of("w" + joined), true, BEGUN));
        }
        for (int before = all.size() - 2; before >= Math.max(0, all.size() - 3); before--) {
            joined = Word.folded(all.get(before).text()) + joined;
            terms.add(new Term(List.of("w" + joined), true, JOINED));
        }
        return terms;
    }

    /** The whole query as a code. */
    private static Optional<Term> whole(List<Word> words) {
        var code = words.stream().map(word -> Word.folded(word.text())).collect(Collectors.joining());
        return code.chars().anyMatch(Character::isDigit) && code.length() <= 40
                ? Optional.of(new Term(List.of("n" + code), false, CODE))
                : Optional.empty();
    }

    private static int endOfCompound(List<Word> words, int at) {
        var past = at + 1;
        while (past < words.size() && words.get(past - 1).joined() && past - at < 4) {
            past++;
        }
        return past;
    }

    private static Asked compound(List<Word> parts, Analysis analysis) {
        var folded = parts.stream().map(part -> Word.folded(part.text())).toList();
        var terms = new ArrayList<Term>();
        terms.add(new Term(List.of("w" + String.join("", folded)), false, 1));
        terms.add(new Term(folded.stream().map(part -> "w" + part).toList(), false, JOINED));
        // PDF-y, SMS-em: the first part is the word
        if (parts.size() == 2
                && !parts.getLast().isNumber()
                && parts.getLast().text().length() <= 4) {
            analysis.ofQuery(parts.getFirst().text()).forEach(lexeme -> terms.add(term(lexeme, 0.6f)));
        }
        return new Asked(String.join("-", parts.stream().map(Word::text).toList()), terms);
    }

    static List<Term> terms(String word, Analysis analysis) {
        return analysis.ofQuery(word).stream()
                .map(lexeme -> term(lexeme, 1))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Term term(String lexeme, float trust) {
        return new Term(List.of(lexeme), false, trust * WEIGHTS.getOrDefault(lexeme.charAt(0), 1f));
    }

    /** {@code wi fi} is {@code wifi} too. */
    private static void addNeighbours(List<Term> terms, List<Word> all, int at) {
        if (at > 0) {
            terms.add(joined(all.get(at - 1), all.get(at)));
        }
        if (at + 1 < all.size()) {
            terms.add(joined(all.get(at), all.get(at + 1)));
        }
    }

    private static Term joined(Word one, Word other) {
        return new Term(List.of("w" + Word.folded(one.text() + other.text())), false, JOINED);
    }

    private static List<Asked> once(List<Asked> asked) {
        var byWord = new LinkedHashMap<String, Asked>();
        asked.forEach(each -> byWord.putIfAbsent(each.word(), each));
        return List.copyOf(byWord.values());
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** The words as they are counted when they find nothing. */
    String normalised() {
        return words.stream().map(each -> Word.folded(each.word())).collect(Collectors.joining(" "));
    }
}
