package org.clientportal.portal.notes;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Needs;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.conversation.FileAnswers;
import org.clientportal.portal.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Needs(Feature.NOTES)
class NoteController {

    private final NotePages pages;
    private final NoteFiles files;
    private final FileAnswers answers;

    NoteController(NotePages pages, NoteFiles files, FileAnswers answers) {
        this.pages = pages;
        this.files = files;
        this.answers = answers;
    }

    @GetMapping(NotePaths.ALL)
    ModelAndView list(
            HttpServletRequest request, Viewer viewer, @RequestParam(required = false) @Nullable String before) {
        return pages.list(request, viewer, before).show();
    }

    @GetMapping("/notes/{note}")
    ModelAndView note(HttpServletRequest request, Viewer viewer, @PathVariable String note) {
        return pages.note(request, viewer, note, isFetchedAhead(request)).show();
    }

    /** Browsers say when nobody looks at what they fetch (HTML, "Sec-Purpose"; older ones "Purpose"); nobody reads a head. */
    private static boolean isFetchedAhead(HttpServletRequest request) {
        return request.getMethod().equals("HEAD")
                || Optional.ofNullable(request.getHeader("Sec-Purpose"))
                        .or(() -> Optional.ofNullable(request.getHeader("Purpose")))
                        .filter(purpose -> purpose.contains("prefetch"))
                        .isPresent();
    }

    @GetMapping("/notes/{note}/files/{attached}")
    ResponseEntity<InputStreamResource> file(Viewer viewer, @PathVariable String note, @PathVariable UUID attached) {
        return answers.of(files.visibleTo(viewer, note, attached).orElseThrow(NotFound::new));
    }
}
