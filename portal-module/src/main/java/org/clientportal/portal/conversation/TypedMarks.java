package org.clientportal.portal.conversation;

import java.util.Set;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;

/**
 * Which characters of a typed text are marks. A backslash, an ampersand, a less-than sign and an underscore never are (paths,
 * names, code). Asterisks are when they stand around words: outside of them the end of the text, a space or punctuation,
 * inside a letter, digit or bracket; so are backticks around something in one line. A multiplication, a file name pattern or an
 * argument list stays what it is.
 */
final class TypedMarks implements InlineContentParserFactory {

    private static final String BEFORE_WORDS = "([{„“\"'‘«–—-:;,";
    private static final String AFTER_WORDS = ")]}”“\"'’».,:;!?…–—-";
    private static final String BEGINS_WORDS = "([„“\"'‘«`#+<";
    private static final String ENDS_WORDS = ")]”“\"'’»`.,:;!?…%+>";

    @Override
    public Set<Character> getTriggerCharacters() {
        return Set.of('\\', '&', '<', '_', '*', '`');
    }

    @Override
    public InlineContentParser create() {
        return TypedMarks::read;
    }

    private static ParsedInline read(InlineParserState state) {
        var scanner = state.scanner();
        var before = scanner.peekPreviousCodePoint();
        var mark = scanner.peek();
        var count = scanner.matchMultiple(mark);
        var isMark = switch (mark) {
            case '*' -> count <= 2 && isAround(before, scanner.peekCodePoint());
            case '`' -> !Character.isLetterOrDigit(before) && isClosed(scanner, count);
            default -> false;
        };
        // the parser of the marks themselves begins where this one began
        return isMark
                ? ParsedInline.none()
                : ParsedInline.of(new Text(String.valueOf(mark).repeat(count)), scanner.position());
    }

    private static boolean isAround(int before, int after) {
        var opens = isOutside(before, BEFORE_WORDS) && isInside(after, BEGINS_WORDS);
        var closes = isInside(before, ENDS_WORDS) && isOutside(after, AFTER_WORDS);
        return opens || closes;
    }

    private static boolean isOutside(int c, String punctuation) {
        return c == Scanner.END
                || c == '*'
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || punctuation.indexOf(c) >= 0;
    }

    private static boolean isInside(int c, String punctuation) {
        return c == '*' || Character.isLetterOrDigit(c) || (c != Scanner.END && punctuation.indexOf(c) >= 0);
    }

    private static boolean isClosed(Scanner scanner, int count) {
        var begin = scanner.position();
        try {
            while (scanner.find('`') >= 0) {
                var end = scanner.position();
                if (scanner.matchMultiple('`') == count) {
                    var code = scanner.getSource(begin, end).getContent();
                    return !code.isBlank()
                            && code.indexOf('\n') < 0
                            && !Character.isLetterOrDigit(scanner.peekCodePoint());
                }
            }
            return false;
        } finally {
            scanner.setPosition(begin);
        }
    }
}
