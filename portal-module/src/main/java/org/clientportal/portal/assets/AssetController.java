package org.clientportal.portal.assets;

import jakarta.servlet.http.HttpServletRequest;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Needs(Feature.ASSETS)
class AssetController {

    private final AssetPages pages;
    private final AssetFiles files;
    private final FileAnswers answers;

    AssetController(AssetPages pages, AssetFiles files, FileAnswers answers) {
        this.pages = pages;
        this.files = files;
        this.answers = answers;
    }

    @GetMapping("/equipment")
    ModelAndView list(HttpServletRequest request, Viewer viewer, @RequestParam(defaultValue = "") String tab) {
        return pages.list(request, viewer, tab.equals("returned")).show();
    }

    @GetMapping("/equipment/{asset}")
    ModelAndView asset(HttpServletRequest request, Viewer viewer, @PathVariable String asset) {
        return pages.asset(request, viewer, asset).show();
    }

    @GetMapping("/equipment/{asset}/files/{document}")
    ResponseEntity<InputStreamResource> document(
            Viewer viewer, @PathVariable String asset, @PathVariable UUID document) {
        return answers.of(files.visibleTo(viewer, asset, document).orElseThrow(NotFound::new));
    }

    /** The short link of a label. */
    @GetMapping("/a/{code}")
    ModelAndView labelled(Viewer viewer, @PathVariable String code) {
        return new ModelAndView("redirect:" + pages.labelled(viewer, code));
    }
}
