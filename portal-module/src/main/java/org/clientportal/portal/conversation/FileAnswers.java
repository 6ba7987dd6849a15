package org.clientportal.portal.conversation;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Streams a file to a browser. HTML, SVG and whatever is not known to be harmless is offered for download only. */
@Component
public class FileAnswers {

    private final Attachments attachments;

    FileAnswers(Attachments attachments) {
        this.attachments = attachments;
    }

    /**
     * Shown in the browser where that is harmless, else offered for download.
     *
     * @param file one that the viewer may read
     */
    public ResponseEntity<InputStreamResource> of(Attachments.Found file) {
        return answer(file, false);
    }

    /**
     * Offered for download, whatever it is.
     *
     * @param file one that the viewer may read
     */
    public ResponseEntity<InputStreamResource> download(Attachments.Found file) {
        return answer(file, true);
    }

    private ResponseEntity<InputStreamResource> answer(Attachments.Found file, boolean download) {
        var content = new PushbackInputStream(attachments.open(file), FileTypes.TELLING);
        var type = FileTypes.sent(file.contentType(), beginning(content));
        var shown = !download && FileTypes.isShown(type);
        var answer = ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        FileNames.disposition(shown ? "inline" : "attachment", file.name()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .contentType(MediaType.parseMediaType(type.startsWith("text/") ? type + ";charset=UTF-8" : type));
        if (file.size() >= 0) {
            answer.contentLength(file.size());
        }
        return answer.body(new InputStreamResource(content));
    }

    private static String beginning(PushbackInputStream content) {
        try {
            var bytes = content.readNBytes(FileTypes.TELLING);
            content.unread(bytes);
            return new String(bytes, StandardCharsets.ISO_8859_1);
        } catch (IOException cut) {
            closeQuietly(content);
            throw new UncheckedIOException(cut);
        }
    }

    private static void closeQuietly(InputStream content) {
        try {
            content.close();
        } catch (IOException closed) {
            // it is of no use any more
        }
    }
}
