package org.clientportal.portal.search;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import morfologik.fsa.FSA;
import morfologik.stemming.Dictionary;
import morfologik.stemming.DictionaryLookup;
import morfologik.stemming.polish.PolishStemmer;

/**
 * The Polish dictionary of Morfologik: from a form of a word to the words it may be a form of, also when it was typed without
 * diacritics.
 */
final class PolishWords {

    private static final int MOST_READINGS = 12;

    private static final Map<Character, String> WITHOUT =
            Map.of('a', "ą", 'c', "ć", 'e', "ę", 'l', "ł", 'n', "ń", 'o', "ó", 's', "ś", 'z', "źż");

    /** Perfective prefixes, the longer first; what is left has to be a word of the dictionary. */
    private static final List<String> PREFIXES =
            List.of("prze", "roz", "pod", "wy", "za", "od", "do", "na", "po", "ode", "ze", "przy", "s", "z", "u", "w");

    /** Endings of derived words, the longer first, with what a verb and its nouns have in common left. */
    private static final List<String> DERIVED = List.of(
            "owywac", "ywanie", "owanie", "iwanie", "owalny", "acyjny", "owac", "ywac", "iwac", "acja", "ator", "arka",
            "ienie", "enie", "anie", "alny", "owy", "iowy", "arz", "arnia", "iac", "nac", "eniowy", "ada", "nik", "ka",
            "ny", "yc", "ic", "ac", "ec");

    /** Endings of cases, for names that no dictionary knows: Outlooka, w Teamsach. */
    private static final List<String> CASES = List.of(
            "owego", "owej", "owym", "ami", "ach", "owi", "iem", "em", "om", "ow", "ie", "a", "u", "y", "e", "i");

    private static final int SHORTEST_ROOT = 3;
    private static final int SHORTEST_NAME = 3;

    private final Dictionary dictionary = new PolishStemmer().getDictionary();
    private final FSA forms = dictionary.fsa;
    private final byte separator = dictionary.metadata.getSeparator();
    private final ThreadLocal<DictionaryLookup> lookup =
            ThreadLocal.withInitial(() -> new DictionaryLookup(dictionary));

    /** Whether the dictionary has it, as it is spelt. */
    boolean knows(String word) {
        return !lookup.get().lookup(word).isEmpty();
    }

    /** The words that this may be a form of; empty for one the dictionary does not know. */
    Set<String> lemmas(String word) {
        var lemmas = new LinkedHashSet<String>();
        for (var reading : lookup.get().lookup(word)) {
            lemmas.add(reading.getStem().toString().toLowerCase(java.util.Locale.ROOT));
        }
        return lemmas;
    }

    /** The same for a word typed without diacritics: the words of every spelling with them. */
    Set<String> lemmasOfBare(String word) {
        var lemmas = new LinkedHashSet<String>();
        spellings(word).forEach(spelling -> lemmas.addAll(lemmas(spelling)));
        return lemmas;
    }

    private List<String> spellings(String word) {
        var found = new ArrayList<String>();
        if (word.length() <= 30 && word.chars().allMatch(letter -> letter >= 'a' && letter <= 'z')) {
            walk(word, 0, forms.getRootNode(), new StringBuilder(), found);
        }
        return found;
    }

    private void walk(String word, int at, int node, StringBuilder spelt, List<String> found) {
        if (found.size() >= MOST_READINGS) {
            return;
        }
        if (at == word.length()) {
            if (node != 0
                    && forms.getArc(node, separator) != 0
                    && !spelt.toString().equals(word)) {
                found.add(spelt.toString());
            }
            return;
        }
        var letter = word.charAt(at);
        step(word, at, node, letter, spelt, found);
        var others = WITHOUT.getOrDefault(letter, "");
        for (int i = 0; i < others.length(); i++) {
            step(word, at, node, others.charAt(i), spelt, found);
        }
    }

    private void step(String word, int at, int node, char letter, StringBuilder spelt, List<String> found) {
        var next = node;
        for (var bytes = ByteBuffer.wrap(String.valueOf(letter).getBytes(StandardCharsets.UTF_8));
                bytes.hasRemaining(); ) {
            var arc = next == 0 ? 0 : forms.getArc(next, bytes.get());
            if (arc == 0 || forms.isArcTerminal(arc)) {
                return;
            }
            next = forms.getEndNode(arc);
        }
        spelt.append(letter);
        walk(word, at + 1, next, spelt, found);
        spelt.setLength(spelt.length() - 1);
    }

    /** What a word shares with those made of it: drukarka, drukować, wydrukować; empty when nothing is taken away. */
    String root(String lemma) {
        var bare = Word.folded(withoutPrefix(lemma));
        for (var ending : DERIVED) {
            if (bare.endsWith(ending) && bare.length() - ending.length() >= SHORTEST_ROOT) {
                return bare.substring(0, bare.length() - ending.length());
            }
        }
        return bare;
    }

    private String withoutPrefix(String lemma) {
        if (!lemma.endsWith("ć")) {
            return lemma;
        }
        for (var prefix : PREFIXES) {
            var rest = lemma.startsWith(prefix) ? lemma.substring(prefix.length()) : "";
            if (rest.length() >= 5 && lemmas(rest).contains(rest)) {
                return rest;
            }
        }
        return lemma;
    }

    /** A name without its case ending. */
    static String name(String folded) {
        for (var ending : CASES) {
            var left = folded.length() - ending.length();
            if (left >= (ending.length() == 1 ? SHORTEST_NAME + 1 : SHORTEST_NAME) && folded.endsWith(ending)) {
                return folded.substring(0, left);
            }
        }
        return folded;
    }
}
