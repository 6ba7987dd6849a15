package org.clientportal.itsm.rt;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientportal.itsm.Submission.OutgoingFile;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * A text with files as RT takes it, streamed. RT treats what it gets as parts of a mail, and this is written so that it
 * keeps every byte.
 *
 * @param fields beside the files
 */
record RtMessage(Map<String, Object> fields, List<OutgoingFile> files) implements StreamingHttpOutputMessage.Body {

    private static final int LONGEST_SUBJECT = 200;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .build())
            .build();

    /** RT takes an empty text for none, and "0" too; a line's end makes both a text. The reader drops it again. */
    static String text(String text) {
        return text.replace("\0", "") + "\n";
    }

    /** RT cuts a subject at 200 bytes and drops line ends. */
    static String subject(String subject) {
        var line = subject.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (line.getBytes(StandardCharsets.UTF_8).length <= LONGEST_SUBJECT) {
            return line;
        }
        var end = line.length();
        while (line.substring(0, end).getBytes(StandardCharsets.UTF_8).length > LONGEST_SUBJECT - 3) {
            end = line.offsetByCodePoints(end, -1);
        }
        return line.substring(0, end) + "…";
    }

    /** A subject that does not fit stands over the text, whole. */
    static String textUnder(String subject, String text) {
        return isCut(subject) ? subject + "\n\n" + text : text;
    }

    static String htmlUnder(String subject, String html) {
        return isCut(subject) ? "<p>" + HtmlUtils.htmlEscape(subject, "UTF-8") + "</p>" + html : html;
    }

    private static boolean isCut(String subject) {
        return subject(subject).endsWith("…") && !subject.strip().endsWith("…");
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (var json = JSON.createGenerator(out)) {
            json.writeStartObject();
            fields.forEach(json::writePOJOProperty);
            if (!files.isEmpty()) {
                json.writeArrayPropertyStart("Attachments");
                for (var file : files) {
                    write(file, json);
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        }
    }

    private static void write(OutgoingFile file, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringProperty("FileName", fileName(file.name()));
        json.writeStringProperty("FileType", type(file));
        json.writeName("FileContent");
        if (file.size() == 0) {
            json.writeString("="); // Base64 of nothing, but not the empty string, which RT refuses
        } else {
            try (var in = file.content().open()) {
                json.writeBinary(in, -1);
            }
        }
        json.writeEndObject();
    }

    /**
     * RT puts a file's name as it comes into a header, which holds bytes: other letters than ASCII end in an error 500, RFC
     * 2047 is undone for replies only. So each character here is one byte of the name's UTF-8.
     */
    private static String fileName(String name) {
        var plain = name.replaceAll("[/\\\\\\p{Cntrl}]", "_").replace('"', '\'');
        plain = plain.isEmpty() || plain.equals("0") ? plain + "_" : plain; // both are no name to RT
        return new String(plain.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /**
     * RT converts texts to UTF-8 and guesses what they are in, and it takes mails apart. Such files go as bytes, with
     * their true type beside.
     */
    private static String type(OutgoingFile file) throws IOException {
        var type = file.contentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!type.matches("[a-z0-9.+-]+/[a-z0-9.+-]+")) {
            return "application/octet-stream";
        }
        if (type.startsWith("text/") && isPlainUtf8(file)) {
            return type + "; charset=utf-8";
        }
        return type.startsWith("text/") || type.startsWith("message/") || type.startsWith("multipart/")
                ? "application/octet-stream; portal-type=\"" + type + "\""
                : type;
    }

    private static boolean isPlainUtf8(OutgoingFile file) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var bytes = ByteBuffer.allocate(8192);
        var letters = CharBuffer.allocate(8192);
        try (var in = file.content().open()) {
            var end = false;
            while (!end) {
                end = fill(in, bytes);
                if (decoder.decode(bytes.flip(), letters, end).isError() || hasStrange(letters.flip())) {
                    return false;
                }
                bytes.compact();
                letters.clear();
            }
            return !decoder.flush(letters).isError() && bytes.position() == 0;
        }
    }

    private static boolean fill(InputStream in, ByteBuffer bytes) throws IOException {
        var read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (read > 0) {
            bytes.position(bytes.position() + read);
        }
        return read < 0;
    }

    /** Byte order marks, non-characters and controls but tab and line ends: not sure to come through. */
    private static boolean hasStrange(CharBuffer letters) {
        return letters.chars().anyMatch(c -> (c < ' ' && c != '\t' && c != '\n' && c != '\r') || c >= 0xFDD0);
    }
}
