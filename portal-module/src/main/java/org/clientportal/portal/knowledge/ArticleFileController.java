package org.clientportal.portal.knowledge;

import java.util.UUID;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Needs;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.conversation.FileAnswers;
import org.clientportal.portal.web.NotFound;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
@Needs(Feature.KNOWLEDGE)
class ArticleFileController {

    private final ArticleFiles files;
    private final FileAnswers answers;

    ArticleFileController(ArticleFiles files, FileAnswers answers) {
        this.files = files;
        this.answers = answers;
    }

    @GetMapping("/knowledge/{article}/files/{file}")
    ResponseEntity<InputStreamResource> file(Viewer viewer, @PathVariable String article, @PathVariable UUID file) {
        return answers.of(files.visibleTo(viewer, article, file).orElseThrow(NotFound::new));
    }
}
