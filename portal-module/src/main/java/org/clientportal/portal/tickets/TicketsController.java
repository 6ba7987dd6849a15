package org.clientportal.portal.tickets;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Needs;
import org.clientportal.portal.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Needs(Feature.TICKETS)
class TicketsController {

    private final TicketPages pages;
    private final TicketExport export;

    TicketsController(TicketPages pages, TicketExport export) {
        this.pages = pages;
        this.export = export;
    }

    @GetMapping("/tickets")
    ModelAndView list(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam(required = false) @Nullable String of,
            @RequestParam(required = false) @Nullable String tab,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String query,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before) {
        return pages.list(request, viewer, TicketQuery.of(of, tab, state, query, after, before))
                .show();
    }

    @GetMapping("/tickets/export")
    ResponseEntity<String> export(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam(required = false) @Nullable String of,
            @RequestParam(required = false) @Nullable String tab,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String query) {
        var sheet = export.of(request, viewer, TicketQuery.of(of, tab, state, query, null, null));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(sheet.name())
                                .build()
                                .toString())
                .body(sheet.csv());
    }
}
