package org.clientportal.portal.conversation;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Streams a file to a browser. HTML, SVG and whatever is not known to be harmless is offered for download only. */
@Component
public class FileAnswers {

    private static final Set<String> SHOWN =
            Set.of("image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf", "text/plain");

    private final Attachments attachments;

    FileAnswers(Attachments attachments) {
        this.attachments = attachments;
    }

    /** @param file one that the viewer may read */
    public ResponseEntity<InputStreamResource> of(Attachments.Found file) {
        var shown = SHOWN.contains(file.contentType());
        var answer = ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(shown, file.name()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .contentType(MediaType.parseMediaType(shown ? type(file.contentType()) : "application/octet-stream"));
        if (file.size() >= 0) {
            answer.contentLength(file.size());
        }
        return answer.body(new InputStreamResource(attachments.open(file)));
    }

    private static String type(String contentType) {
        return contentType.equals("text/plain") ? "text/plain;charset=UTF-8" : contentType;
    }

    private static String disposition(boolean shown, String name) {
        return (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
