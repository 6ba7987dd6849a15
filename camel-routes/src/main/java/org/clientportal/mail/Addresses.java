package org.clientportal.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Address lists (RFC 5322 section 3.4) as they really come: unquoted commas, brackets that never close, groups, comments.
 * Where angle brackets stand, only what is in them is an address: a name that looks like one is still a name.
 */
final class Addresses {

    private static final Pattern ADDRESS = Pattern.compile(
            "[^\\s<>@,;:\"()\\[\\]\\\\]{1,100}@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}._-]{0,250}[\\p{L}\\p{N}])?");
    private static final int MOST = 500;

    private Addresses() {}

    static List<Mailbox> parse(List<String> rawFields) {
        var found = new ArrayList<Mailbox>();
        for (var raw : rawFields) {
            for (var piece : pieces(raw)) {
                mailbox(piece).filter(box -> found.size() < MOST).ifPresent(found::add);
            }
        }
        return List.copyOf(found);
    }

    /** Splits at commas and semicolons outside quotes, comments and angle brackets. */
    private static List<String> pieces(String raw) {
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        var closing = closes(raw);
        var quoted = false;
        var comment = 0;
        var angle = false;
        for (int at = 0; at < raw.length(); at++) {
            var c = raw.charAt(at);
            if (c == '\\' && at + 1 < raw.length()) {
                piece.append(c).append(raw.charAt(++at));
                continue;
            }
            if (c == '"' && comment == 0 && closing) {
                quoted = !quoted;
            } else if (!quoted && c == '(') {
                comment++;
            } else if (!quoted && c == ')' && comment > 0) {
                comment--;
            } else if (!quoted && comment == 0 && (c == '<' || c == '>')) {
                angle = c == '<';
            }
            if ((c == ',' || c == ';') && !quoted && comment == 0 && !angle) {
                pieces.add(piece.toString());
                piece.setLength(0);
            } else {
                piece.append(c);
            }
        }
        pieces.add(piece.toString());
        return pieces;
    }

    /** Whether quotes come in pairs; when not, they mean nothing. */
    private static boolean closes(String raw) {
        return raw.chars().filter(c -> c == '"').count() % 2 == 0;
    }

    private static Optional<Mailbox> mailbox(String piece) {
        var open = openBracket(piece);
        if (open >= 0) {
            var close = piece.indexOf('>', open);
            var inside = piece.substring(open + 1, close < 0 ? piece.length() : close)
                    .strip();
            // an obsolete source route (RFC 5322 section 4.4) stands before a colon
            inside = inside.substring(inside.lastIndexOf(':') + 1);
            return address(inside).map(address -> new Mailbox(address, name(piece.substring(0, open))));
        }
        var withoutComments = piece.replaceAll("\\([^()]*+\\)", " ").strip();
        var group = withoutComments.lastIndexOf(':');
        var bare = withoutComments.substring(group + 1).strip();
        var matcher = ADDRESS.matcher(bare);
        if (!matcher.find()) {
            return Optional.empty();
        }
        var rest = bare.substring(0, matcher.start()) + bare.substring(matcher.end());
        return address(matcher.group()).map(address -> new Mailbox(address, name(rest)));
    }

    /** The last bracket outside quotes. */
    private static int openBracket(String piece) {
        var quoted = false;
        var found = -1;
        var closing = closes(piece);
        for (int at = 0; at < piece.length(); at++) {
            quoted ^= closing && piece.charAt(at) == '"' && (at == 0 || piece.charAt(at - 1) != '\\');
            if (!quoted && piece.charAt(at) == '<') {
                found = at;
            }
        }
        return found;
    }

    private static Optional<String> address(String text) {
        var decoded = EncodedWords.decode(text).strip();
        return ADDRESS.matcher(decoded).matches() && decoded.length() <= 254 ? Optional.of(decoded) : Optional.empty();
    }

    private static String name(String raw) {
        var text = raw.strip();
        if (text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")) {
            text = text.substring(1, text.length() - 1);
        }
        var name = EncodedWords.decode(text.replaceAll("\\\\(.)", "$1"))
                .replace("\"", "")
                .strip();
        return name.length() > 200 ? name.substring(0, 200) : name;
    }
}
