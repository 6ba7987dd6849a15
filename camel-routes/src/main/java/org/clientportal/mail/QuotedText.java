package org.clientportal.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A plain text taken apart into what is said in it and what is quoted from earlier mails, in its order. Answers between quotes
 * are said. Found by what {@link ReplyText} finds quotes by; in doubt everything is said.
 *
 * @param parts together every line of the text, but no empty lines at the ends of a part
 */
public record QuotedText(List<Part> parts) {

    /** Without one of these no line can be a quote's; looked for first, because most texts quote nothing. */
    private static final Pattern SIGNS = Pattern.compile(
            "^ ?>|:[ \\t*]*$|[-_=]{2}|^\\W{0,4}(?:Od|From|Von|De|Da|Від|От|Nadawca)\\W{0,4}:", Pattern.MULTILINE);

    public QuotedText {
        parts = List.copyOf(parts);
    }

    /** Some lines. */
    public record Part(String text, boolean quoted) {}

    public static QuotedText of(String text) {
        return SIGNS.matcher(text).find() ? found(text) : said(text);
    }

    private static QuotedText said(String text) {
        return new QuotedText(List.of(new Part(text, false)));
    }

    private static QuotedText found(String text) {
        var lines = List.of(text.split("\n", -1));
        if (QuoteLines.isForward(lines)) {
            return said(text);
        }
        var marked = new ArrayList<>(lines);
        var cut = ReplyText.hardCut(marked);
        var parts = new ArrayList<Part>();
        var begin = 0;
        while (begin < lines.size()) {
            var quoted = isQuoted(marked, begin, cut);
            var end = begin + 1;
            while (end < lines.size() && (lines.get(end).isBlank() || isQuoted(marked, end, cut) == quoted)) {
                end++;
            }
            var part = outerLinesCut(lines.subList(begin, end));
            if (!part.isEmpty()) {
                parts.add(new Part(part, quoted));
            }
            begin = end;
        }
        var said = String.join(
                "\n",
                parts.stream().filter(part -> !part.quoted()).map(Part::text).toList());
        return said.isBlank() || (cut < lines.size() && ReplyText.pointsBelow(said))
                ? said(text)
                : new QuotedText(parts);
    }

    private static boolean isQuoted(List<String> marked, int at, int cut) {
        return at >= cut || QuoteLines.isQuoted(marked.get(at));
    }

    private static String outerLinesCut(List<String> lines) {
        var from = 0;
        var to = lines.size();
        while (from < to && lines.get(from).isBlank()) {
            from++;
        }
        while (to > from && lines.get(to - 1).isBlank()) {
            to--;
        }
        return String.join("\n", lines.subList(from, to));
    }
}
