package org.clientportal.portal.documents;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Needs;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.conversation.FileAnswers;
import org.clientportal.portal.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Documents and their versions. */
@Controller
@RequestMapping("/documents")
@Needs(Feature.DOCUMENTS)
class DocumentController {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9998;

    private final DocumentPages pages;
    private final DocumentFiles files;
    private final FileAnswers answers;

    DocumentController(DocumentPages pages, DocumentFiles files, FileAnswers answers) {
        this.pages = pages;
        this.files = files;
        this.answers = answers;
    }

    @GetMapping
    ModelAndView list(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(required = false) @Nullable String before) {
        return pages.list(request, viewer, text(kind), year(year), text(before)).show();
    }

    /** Null for nothing; without the one character that the database does not keep. */
    private static @Nullable String text(@Nullable String typed) {
        var text = typed == null ? "" : typed.replace("\0", "");
        return text.isEmpty() ? null : text;
    }

    /** 0 for what is no year. */
    private static int year(String typed) {
        var year = typed.matches("\\d{4}") ? Integer.parseInt(typed) : 0;
        return year < FIRST_YEAR || year > LAST_YEAR ? 0 : year;
    }

    @GetMapping("/{documentId}")
    ModelAndView document(HttpServletRequest request, Viewer viewer, @PathVariable String documentId) {
        return pages.document(request, viewer, documentId, Optional.empty()).show();
    }

    @GetMapping("/{documentId}/versions/{version}")
    ModelAndView version(
            HttpServletRequest request, Viewer viewer, @PathVariable String documentId, @PathVariable String version) {
        return pages.document(request, viewer, documentId, Optional.of(number(version)))
                .show();
    }

    @GetMapping("/{documentId}/versions/{version}/file")
    ResponseEntity<InputStreamResource> file(
            Viewer viewer, @PathVariable String documentId, @PathVariable String version) {
        return answers.download(
                files.downloaded(viewer, documentId, number(version)).orElseThrow(NotFound::new));
    }

    /** The picture of a page, made by the portal. */
    @GetMapping("/{documentId}/versions/{version}/pages/{page}")
    ResponseEntity<byte[]> page(
            Viewer viewer, @PathVariable String documentId, @PathVariable String version, @PathVariable String page) {
        var picture =
                files.page(viewer, documentId, number(version), number(page)).orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .contentType(MediaType.parseMediaType(picture.contentType()))
                .body(picture.bytes());
    }

    private static int number(String typed) {
        if (!typed.matches("\\d{1,9}")) {
            throw new NotFound();
        }
        return Integer.parseInt(typed);
    }
}
