package org.clientportal.portal.search;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.clientportal.portal.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Searches in whatever the viewer has; for whoever has nothing that can be searched there is no such page. */
@Controller
class SearchController {

    private static final int LONGEST = 200;

    private final SearchPages pages;

    SearchController(SearchPages pages) {
        this.pages = pages;
    }

    @GetMapping("/search")
    ModelAndView results(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(defaultValue = "0") int from) {
        return pages.results(request, viewer, shortened(q), kind, from).show();
    }

    @GetMapping("/search/suggestions")
    ModelAndView suggestions(
            HttpServletRequest request,
            HttpServletResponse response,
            Viewer viewer,
            @RequestParam(defaultValue = "") String q) {
        response.setHeader("Cache-Control", "private, no-store");
        return pages.suggestions(request, viewer, shortened(q)).show();
    }

    private static String shortened(String query) {
        var one = query.replaceAll("[\\s\\p{Cntrl}]+", " ").stripLeading();
        return one.length() > LONGEST ? one.substring(0, LONGEST) : one;
    }
}
