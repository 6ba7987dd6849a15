package org.clientportal.portal.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * A word in a text.
 *
 * @param text in small letters
 * @param start of it in the text, {@code end} the place after it
 * @param joined whether nothing but a hyphen, an underscore or the step from letters to digits divides it from the next
 */
record Word(String text, int start, int end, boolean joined) {

    private static final int LONGEST = 60;
    /** What follows an apostrophe is an ending: Onedrive'a, user's, don't. */
    private static final int LONGEST_ENDING = 3;

    private static final Pattern LETTERS_THEN_DIGITS = Pattern.compile("(\\p{L}{1,12})(\\p{Nd}{1,8})");

    /** The words of a text in order. */
    static List<Word> of(String text) {
        var words = new ArrayList<Word>();
        for (int at = 0; at < text.length(); ) {
            if (!isPartOfWord(text, at)) {
                at += Character.charCount(text.codePointAt(at));
                continue;
            }
            var end = endOfRun(text, at);
            var past = afterEnding(text, end);
            add(words, text, at, end, past);
            at = past;
        }
        return words;
    }

    private static void add(List<Word> words, String text, int start, int end, int past) {
        var run = text.substring(start, end);
        var joined = past == end
                && end + 1 < text.length()
                && (text.charAt(end) == '-' || text.charAt(end) == '_')
                && isPartOfWord(text, end + 1);
        var split = LETTERS_THEN_DIGITS.matcher(run);
        if (split.matches()) {
            words.add(new Word(small(split.group(1)), start, start + split.end(1), true));
            words.add(new Word(small(split.group(2)), start + split.start(2), past, joined));
        } else {
            words.add(new Word(small(run), start, past, joined));
        }
    }

    private static String small(String run) {
        var composed = Normalizer.normalize(run, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return composed.length() > LONGEST ? composed.substring(0, LONGEST) : composed;
    }

    private static int endOfRun(String text, int from) {
        var at = from;
        while (at < text.length() && isPartOfWord(text, at)) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private static int afterEnding(String text, int end) {
        if (end + 1 < text.length() && (text.charAt(end) == '\'' || text.charAt(end) == '\u2019')) {
            var past = endOfRun(text, end + 1);
            if (past > end + 1 && past - end - 1 <= LONGEST_ENDING) {
                return past;
            }
        }
        return end;
    }

    private static boolean isPartOfWord(String text, int at) {
        var point = text.codePointAt(at);
        return Character.isLetterOrDigit(point) || Character.getType(point) == Character.NON_SPACING_MARK;
    }

    boolean isNumber() {
        return text.chars().allMatch(Character::isDigit);
    }

    /** Without diacritics, in ASCII where there is one. */
    static String folded(String word) {
        var in = word.toCharArray();
        var out = new char[in.length * 4];
        var length = ASCIIFoldingFilter.foldToASCII(in, 0, out, 0, in.length);
        return new String(out, 0, length);
    }
}
