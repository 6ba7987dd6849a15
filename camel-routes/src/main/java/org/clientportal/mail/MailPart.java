package org.clientportal.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a message (RFC 2046): a slice of the raw bytes with its header and its parts. The tree is split by hand because
 * limits must hold before objects are made, and because nothing a sender writes may end in an exception.
 */
@SuppressWarnings("ArrayRecordComponent") // a place in the message, never compared
record MailPart(MailHeaders headers, byte[] raw, int start, int end, ContentType type, List<MailPart> parts) {

    /** A limit was passed. */
    static final class TooMuch extends Exception {
        final Reading.Reason reason;

        TooMuch(Reading.Reason reason, String what) {
            super(what);
            this.reason = reason;
        }
    }

    static MailPart parse(byte[] raw, MailLimits limits) throws TooMuch {
        return new Splitter(raw, limits).part(0, raw.length, 0);
    }

    byte[] decoded() {
        return TransferEncoding.decode(
                raw, start, end, headers.first("Content-Transfer-Encoding").orElse(""));
    }

    String text() {
        return Charsets.decode(decoded(), type.parameter("charset"))
                .replace("\r\n", "\n")
                .replace('\r', '\n');
    }

    ContentType disposition() {
        return ContentType.parse(headers.first("Content-Disposition").orElse(""));
    }

    /** As the sender gives it, or empty. */
    String fileName() {
        var name = disposition().parameter("filename");
        var other = type.parameter("name");
        return name != null ? name : other != null ? other : "";
    }

    private static final class Splitter {

        private final byte[] raw;
        private final MailLimits limits;
        private int count;

        Splitter(byte[] raw, MailLimits limits) {
            this.raw = raw;
            this.limits = limits;
        }

        MailPart part(int start, int end, int depth) throws TooMuch {
            if (++count > limits.parts()) {
                throw new TooMuch(Reading.Reason.TOO_MANY_PARTS, "more than " + limits.parts() + " parts");
            }
            if (depth > limits.depth()) {
                throw new TooMuch(Reading.Reason.TOO_DEEP, "parts nested deeper than " + limits.depth());
            }
            if (MailHeaders.length(raw, start, end) > limits.headerBytes()) {
                throw new TooMuch(
                        Reading.Reason.HEADER_TOO_LARGE, "a header of more than " + limits.headerBytes() + " bytes");
            }
            var headers = MailHeaders.parse(raw, start, end);
            var type = ContentType.parse(headers.first("Content-Type").orElse("text/plain"));
            var parts = new ArrayList<MailPart>();
            if (type.isBelow("multipart")) {
                var boundary = boundary(type, headers.bodyStart(), end);
                if (boundary != null) {
                    split(boundary, headers.bodyStart(), end, depth, parts);
                }
            }
            return new MailPart(headers, raw, headers.bodyStart(), end, type, List.copyOf(parts));
        }

        private void split(String boundary, int start, int end, int depth, List<MailPart> parts) throws TooMuch {
            var delimiter = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
            var open = -1;
            var position = start;
            while (position < end) {
                var lineEnd = Bytes.lineEnd(raw, position, end);
                if (Bytes.startsWith(raw, position, lineEnd, delimiter)) {
                    var after = position + delimiter.length;
                    var closes = lineEnd - after >= 2 && raw[after] == '-' && raw[after + 1] == '-';
                    if (Bytes.isBlank(raw, closes ? after + 2 : after, lineEnd)) {
                        if (open >= 0) {
                            parts.add(part(open, contentEnd(open, position), depth + 1));
                        }
                        open = closes ? -1 : Math.min(lineEnd + 1, end);
                        if (closes) {
                            return;
                        }
                    }
                }
                position = lineEnd + 1;
            }
            if (open >= 0) {
                parts.add(part(open, end, depth + 1));
            }
        }

        /** The line end before a delimiter belongs to the delimiter. */
        private int contentEnd(int start, int delimiter) {
            var end = delimiter;
            if (end > start && raw[end - 1] == '\n') {
                end--;
            }
            if (end > start && raw[end - 1] == '\r') {
                end--;
            }
            return end;
        }

        /** The declared boundary; when there is none, what the first delimiter line looks like. */
        private @Nullable String boundary(ContentType type, int start, int end) {
            var declared = type.parameter("boundary");
            if (declared != null && !declared.isBlank()) {
                return declared.stripTrailing();
            }
            var position = start;
            while (position < end) {
                var lineEnd = Bytes.lineEnd(raw, position, end);
                var line = new String(raw, position, Math.min(lineEnd - position, 200), StandardCharsets.ISO_8859_1);
                if (line.startsWith("--") && line.strip().length() > 4) {
                    return line.strip().substring(2);
                }
                position = lineEnd + 1;
            }
            return null;
        }
    }
}
