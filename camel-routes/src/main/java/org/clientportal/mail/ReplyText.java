package org.clientportal.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a person newly wrote, apart from the earlier mails below it. In doubt everything is kept: the whole mail stays
 * stored anyway, and text lost is worse than text twice.
 *
 * @param text the new text
 * @param quoted the rest, empty when nothing was taken away
 * @param how what decided, for the flight recorder
 */
public record ReplyText(String text, String quoted, String how) {

    private static final Pattern POINTS_BELOW = Pattern.compile(
            "\\b(?:poniżej|w treści|pod spodem|na czerwono|na niebiesko|below|inline|in red|in blue)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    static ReplyText of(String subject, List<String> lines, int cut, String source) {
        if (QuoteLines.isForward(subject) || QuoteLines.isForward(lines)) {
            return whole(lines, "kept whole: a forwarded mail");
        }
        var marked = new ArrayList<>(lines.subList(0, cut));
        var hard = hardCut(marked);
        var above = marked.subList(0, hard);
        var end = withoutTrailingQuote(above);
        var begin = bottomPosting(above, end);
        var kept = withoutSignature(above.subList(begin, end));
        var text = joined(kept);
        if (text.isBlank()) {
            return whole(lines, "kept whole: nothing but a quote");
        }
        var rest = new ArrayList<>(lines.subList(0, begin));
        rest.addAll(lines.subList(begin + kept.size(), lines.size()));
        if (joined(rest).isBlank()) {
            return whole(lines, "kept whole: no quote found");
        }
        if ((cut < lines.size() || hard < marked.size()) && pointsBelow(text)) {
            return whole(lines, "kept whole: the text points below itself");
        }
        return new ReplyText(text, joined(rest), "trimmed: " + source);
    }

    private static ReplyText whole(List<String> lines, String how) {
        return new ReplyText(joined(lines), "", how);
    }

    /**
     * Where an earlier mail begins that is not marked line by line. Attributions and headers of quotes that are so marked
     * are marked with them.
     */
    static int hardCut(List<String> lines) {
        for (int at = 0; at < lines.size(); at++) {
            if (QuoteLines.isQuoted(lines.get(at)) || lines.get(at).isBlank()) {
                continue;
            }
            var wrapped = QuoteLines.attribution(lines, at);
            if (wrapped > 0) {
                if (quoteFollows(lines, at + wrapped)) {
                    mark(lines, at, at + wrapped);
                } else if (QuoteLines.isCertain(String.join(" ", lines.subList(at, at + wrapped)))) {
                    return at;
                }
            } else if (QuoteLines.isOriginal(lines.get(at)) || startsHeader(lines, at)) {
                var quote = firstQuoted(lines, at);
                if (quote < 0 || noTextAfter(lines, quote)) {
                    return at;
                }
                mark(lines, at, quote);
            }
        }
        return lines.size();
    }

    private static boolean startsHeader(List<String> lines, int at) {
        var from = QuoteLines.isRule(lines.get(at)) ? at + 1 : at;
        return QuoteLines.startsHeader(lines.subList(from, Math.min(lines.size(), from + 12)));
    }

    private static boolean quoteFollows(List<String> lines, int at) {
        for (int next = at; next < lines.size(); next++) {
            if (!lines.get(next).isBlank()) {
                return QuoteLines.isQuoted(lines.get(next));
            }
        }
        return true;
    }

    private static int firstQuoted(List<String> lines, int from) {
        for (int at = from; at < lines.size(); at++) {
            if (QuoteLines.isQuoted(lines.get(at))) {
                return at;
            }
        }
        return -1;
    }

    private static boolean noTextAfter(List<String> lines, int from) {
        return lines.subList(from, lines.size()).stream()
                .allMatch(line -> QuoteLines.isQuoted(line) || line.isBlank() || QuoteLines.isMobile(line));
    }

    private static void mark(List<String> lines, int from, int to) {
        for (int at = from; at < to; at++) {
            lines.set(at, "> " + lines.get(at));
        }
    }

    private static int withoutTrailingQuote(List<String> lines) {
        var end = lines.size();
        while (end > 0) {
            var line = lines.get(end - 1);
            if (!line.isBlank() && !QuoteLines.isQuoted(line) && !QuoteLines.isMobile(line)) {
                break;
            }
            end--;
        }
        return end;
    }

    /** One quote at the top and the answer below it: the quote goes. Answers between quotes keep what they answer. */
    private static int bottomPosting(List<String> lines, int end) {
        var begin = 0;
        while (begin < end && (lines.get(begin).isBlank() || QuoteLines.isQuoted(lines.get(begin)))) {
            begin++;
        }
        var between = lines.subList(begin, end).stream().anyMatch(QuoteLines::isQuoted);
        return between ? 0 : begin;
    }

    /** Below the line of two hyphens (RFC 3676 section 4.3), and what telephones add. */
    private static List<String> withoutSignature(List<String> lines) {
        var end = lines.size();
        for (int at = Math.max(1, lines.size() - 15); at < lines.size(); at++) {
            if (lines.get(at).matches("-- ?")) {
                end = at;
                break;
            }
        }
        while (end > 0 && (lines.get(end - 1).isBlank() || QuoteLines.isMobile(lines.get(end - 1)))) {
            end--;
        }
        return lines.subList(0, end);
    }

    static boolean pointsBelow(String text) {
        return text.length() < 250 && POINTS_BELOW.matcher(text).find();
    }

    private static String joined(List<String> lines) {
        return String.join("\n", lines).replaceAll("\n{3,}", "\n\n").strip();
    }
}
