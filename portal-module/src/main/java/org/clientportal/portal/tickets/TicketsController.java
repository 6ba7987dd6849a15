package org.clientportal.portal.tickets;

import jakarta.servlet.http.HttpServletRequest;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Needs;
import org.clientportal.portal.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Needs(Feature.TICKETS)
class TicketsController {

    private final TicketPages pages;

    TicketsController(TicketPages pages) {
        this.pages = pages;
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
}
