package org.clientportal.portal.owndata;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Semaphore;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.web.Flash;
import org.clientportal.portal.web.Frames;
import org.clientportal.portal.web.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** What the portal holds about the viewer, to take along. */
@Controller
class OwnDataController {

    private static final String PAGE = "/profile/data";
    /** So many archives are made at the same time on one node. */
    private static final int AT_ONCE = 2;

    private final Frames frames;
    private final OwnData data;
    private final OwnDataArchive archive;
    private final OwnDataSettings settings;
    private final Semaphore turns = new Semaphore(AT_ONCE);

    OwnDataController(Frames frames, OwnData data, OwnDataArchive archive, OwnDataSettings settings) {
        this.frames = frames;
        this.data = data;
        this.archive = archive;
        this.settings = settings;
    }

    @GetMapping(PAGE)
    ModelAndView show(HttpServletRequest request, Viewer viewer) {
        return page(request, null).show();
    }

    @PostMapping(PAGE)
    @Nullable
    ModelAndView download(HttpServletRequest request, HttpServletResponse response, Viewer viewer) throws IOException {
        if (!turns.tryAcquire()) {
            return page(request, Flash.failed("own-data.busy")).show(HttpStatus.TOO_MANY_REQUESTS);
        }
        try {
            if (!data.take(viewer)) {
                return page(request, Flash.failed("own-data.too-often", settings.perDay()))
                        .show(HttpStatus.TOO_MANY_REQUESTS);
            }
            send(request, response);
            return null;
        } finally {
            turns.release();
        }
    }

    /** Whole before the first byte goes out, so that what fails is an error page. */
    private void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var frame = frames.frame(request, Place.PROFILE);
        var file = Files.createTempFile("portal-own-data", ".zip");
        try {
            archive.write(frame, file);
            var name = frame.words().text("own-data.file") + "-"
                    + frame.formats().dayOf(frame.formats().now()) + ".zip";
            response.setContentType("application/zip");
            response.setContentLengthLong(Files.size(file));
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment().filename(name).build().toString());
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private OwnDataPage page(HttpServletRequest request, @Nullable Flash said) {
        var frame = frames.frame(request, Place.PROFILE).withFlash(said);
        return new OwnDataPage(frame, settings.perDay(), settings.files().toMegabytes() + "\u00a0MB");
    }
}
