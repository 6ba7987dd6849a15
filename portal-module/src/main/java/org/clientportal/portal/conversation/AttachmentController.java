package org.clientportal.portal.conversation;

import java.util.UUID;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Needs;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.web.NotFound;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A file of a conversation. */
@Controller
@Needs(Feature.TICKETS)
class AttachmentController {

    private final Attachments attachments;
    private final FileAnswers answers;

    AttachmentController(Attachments attachments, FileAnswers answers) {
        this.attachments = attachments;
        this.answers = answers;
    }

    @GetMapping("/attachments/{id}")
    ResponseEntity<InputStreamResource> file(Viewer viewer, @PathVariable UUID id) {
        return answers.of(attachments.visibleTo(viewer, id).orElseThrow(NotFound::new));
    }
}
