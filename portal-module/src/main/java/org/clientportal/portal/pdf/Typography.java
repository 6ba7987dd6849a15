package org.clientportal.portal.pdf;

import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Where a line of a printed Polish text does not end: after a word of one letter, within a date, between a number and its unit,
 * after an ordinal, after an abbreviation that belongs to what follows. Also in what people and agents have typed.
 */
final class Typography {

    private static final char NO_BREAK = '\u00a0';
    private static final Pattern LONELY_LETTER = Pattern.compile("(?<![\\p{L}\\p{N}.'’-])([AIOUWZaiouwz]) (?=\\S)");
    private static final Pattern WITH_UNIT = Pattern.compile(
            "(?<=\\d) (?=(?:stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października"
                    + "|listopada|grudnia|r\\.|szt\\.|zł|gr|%|[kMGT]?B|[MG]?Hz|[mk]?W|V|mm|cm|m|kg|g|″)(?![\\p{L}\\p{N}]))");
    /** {@code 3. piętro}; what begins with a capital is a new sentence, or a list that counts. */
    private static final Pattern ORDINAL = Pattern.compile("(?<=\\d\\.) (?=\\p{Ll})");

    private static final Pattern BEFORE = Pattern.compile(
            "(?<![\\p{L}\\p{N}])((?:nr|ul\\.|al\\.|pl\\.|os\\.|art\\.|ust\\.|poz\\.|str\\.|lp\\.|pkt|tel\\.|§)) (?=[\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Typography() {}

    static void polish(Document document) {
        document.body().nodeStream(TextNode.class).forEach(text -> {
            if (!isTechnical(text)) {
                text.text(polish(text.getWholeText()));
            }
        });
    }

    private static boolean isTechnical(TextNode text) {
        return text.parent() instanceof Element parent && parent.closest("pre, code, kbd, samp, .code") != null;
    }

    static String polish(String text) {
        var kept = LONELY_LETTER.matcher(text).replaceAll("$1" + NO_BREAK);
        kept = WITH_UNIT.matcher(kept).replaceAll(String.valueOf(NO_BREAK));
        kept = ORDINAL.matcher(kept).replaceAll(String.valueOf(NO_BREAK));
        return BEFORE.matcher(kept).replaceAll("$1" + NO_BREAK);
    }
}
