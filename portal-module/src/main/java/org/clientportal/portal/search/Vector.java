package org.clientportal.portal.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of a document as PostgreSQL's {@code tsvector}, within its limits. */
final class Vector {

    private static final int LAST_POSITION = 16_383;
    private static final int MOST_PLACES = 40;
    /** A tsvector may have 1 MB; a lexeme takes its letters and some bytes. */
    private static final int MOST_CHARACTERS = 500_000;
    /** So that a phrase does not reach from one field into the next. */
    private static final int GAP = 5;

    private static final int LONGEST_JOINED = 30;

    private final Analysis analysis;
    private final @Nullable String language;
    private final Map<String, List<String>> places = new LinkedHashMap<>();
    private int position;
    private int characters;

    private Vector(Analysis analysis, @Nullable String language) {
        this.analysis = analysis;
        this.language = language;
    }

    static String of(Findable document, Analysis analysis) {
        var vector = new Vector(analysis, document.language());
        for (var code : document.codes()) {
            vector.put("n" + code(code), 'A');
        }
        vector.add(document.title(), 'A');
        document.keywords().forEach(keyword -> vector.add(keyword, 'B'));
        vector.add(document.summary(), 'C');
        vector.add(document.body(), 'D');
        return vector.literal();
    }

    /** How many words of a title say something. */
    static int titleWords(String title, Analysis analysis) {
        return (int) Math.min(
                Short.MAX_VALUE,
                Word.of(title).stream()
                        .filter(word -> !analysis.isStop(word.text()))
                        .count());
    }

    /** A code as it is compared: letters and digits only. */
    static String code(String code) {
        var folded = new StringBuilder();
        Word.of(code).forEach(word -> folded.append(Word.folded(word.text())));
        return folded.toString();
    }

    private void add(String text, char weight) {
        var words = Word.of(text);
        for (int at = 0; at < words.size() && position < LAST_POSITION - GAP; at++) {
            var word = words.get(at);
            position++;
            analysis.ofDocument(word.text(), language).forEach(lexeme -> put(lexeme, weight));
            addJoined(words, at, weight);
        }
        position += GAP;
    }

    /** {@code wi-fi} also as {@code wifi}, {@code HP 4025} also as {@code hp4025}. */
    private void addJoined(List<Word> words, int at, char weight) {
        var joined = new StringBuilder(words.get(at).text());
        for (int next = at + 1; next < words.size() && joined.length() < LONGEST_JOINED; next++) {
            var before = words.get(next - 1);
            var word = words.get(next);
            var spaced = next == at + 1 && !before.isNumber() && before.text().length() <= 5 && word.isNumber();
            if (!before.joined() && !spaced) {
                return;
            }
            joined.append(word.text());
            put("w" + Word.folded(joined.toString()), weight);
        }
    }

    private void put(String lexeme, char weight) {
        var at = places.computeIfAbsent(lexeme, added -> {
            characters += added.length();
            return new ArrayList<>();
        });
        if (at.size() < MOST_PLACES) {
            at.add(Math.max(1, Math.min(position, LAST_POSITION)) + (weight == 'D' ? "" : String.valueOf(weight)));
        }
    }

    private String literal() {
        var literal = new StringBuilder(characters * 2);
        for (var entry : places.entrySet()) {
            if (literal.length() > MOST_CHARACTERS) {
                break;
            }
            literal.append(quoted(entry.getKey()))
                    .append(':')
                    .append(String.join(",", entry.getValue()))
                    .append(' ');
        }
        return literal.toString();
    }

    /** As tsvector and tsquery read a lexeme. */
    static String quoted(String lexeme) {
        return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
