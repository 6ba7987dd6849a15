package org.clientportal.portal.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clientportal.portal.search.Marked.Part;

/** Marks in a text the words that a query looked for, and cuts the part out of a long one where most of them are. */
public final class Marks {

    private static final String CUT = "…";

    private final Analysis analysis;
    private final Set<String> lexemes = new HashSet<>();
    private final List<String> begun = new ArrayList<>();

    Marks(Query query, Analysis analysis) {
        this.analysis = analysis;
        for (var word : query.words()) {
            for (var term : word.terms()) {
                if (term.prefix()) {
                    begun.addAll(term.lexemes());
                } else if (term.lexemes().stream().noneMatch(lexeme -> lexeme.startsWith("r"))) {
                    lexemes.addAll(term.lexemes());
                }
            }
        }
    }

    /** The whole text. */
    public Marked all(String text) {
        return marked(text, 0, text.length());
    }

    /** About {@code length} characters of the text, around the place with the most different words of the query. */
    public Marked excerpt(String text, int length) {
        var flat = text.replaceAll("\\s+", " ").strip();
        if (flat.length() <= length) {
            return all(flat);
        }
        var words = Word.of(flat);
        var start = bestStart(words, flat, length);
        var end = Math.min(flat.length(), start + length);
        while (end < flat.length() && end > start + length / 2 && !Character.isWhitespace(flat.charAt(end))) {
            end--;
        }
        var parts = new ArrayList<Part>();
        if (start > 0) {
            parts.add(new Part(CUT, false));
        }
        parts.addAll(marked(flat, start, end).parts());
        if (end < flat.length()) {
            parts.add(new Part(CUT, false));
        }
        return new Marked(parts);
    }

    private int bestStart(List<Word> words, String text, int length) {
        var hits = words.stream().filter(this::isWanted).toList();
        var best = 0;
        var most = 0;
        for (var first : hits) {
            var different = hits.stream()
                    .filter(hit -> hit.start() >= first.start() && hit.end() <= first.start() + length - length / 4)
                    .map(hit -> Word.folded(hit.text()))
                    .distinct()
                    .count();
            if (different > most) {
                most = (int) different;
                best = first.start();
            }
        }
        return best <= length / 4 ? 0 : beginning(text, best, length / 4);
    }

    /** The beginning of a sentence close before, or else of a word. */
    private static int beginning(String text, int hit, int reach) {
        var earliest = Math.max(0, hit - reach);
        for (int at = hit - 1; at > earliest; at--) {
            if (text.charAt(at) == ' ' && at > 0 && ".!?".indexOf(text.charAt(at - 1)) >= 0) {
                return at + 1;
            }
        }
        var space = text.indexOf(' ', earliest);
        return space < 0 || space >= hit ? hit : space + 1;
    }

    private Marked marked(String text, int start, int end) {
        var parts = new ArrayList<Part>();
        var plain = start;
        for (var word : Word.of(text)) {
            if (word.start() < start || word.end() > end || !isWanted(word)) {
                continue;
            }
            if (word.start() > plain) {
                parts.add(new Part(text.substring(plain, word.start()), false));
            }
            parts.add(new Part(text.substring(word.start(), word.end()), true));
            plain = word.end();
        }
        if (plain < end) {
            parts.add(new Part(text.substring(plain, end), false));
        }
        return new Marked(parts);
    }

    private boolean isWanted(Word word) {
        var written = "w" + Word.folded(word.text());
        if (analysis.isStop(word.text())) {
            return lexemes.contains(written);
        }
        return analysis.ofDocument(word.text(), null).stream()
                        .anyMatch(lexeme -> !lexeme.startsWith("r") && lexemes.contains(lexeme))
                || begun.stream().anyMatch(written::startsWith);
    }
}
