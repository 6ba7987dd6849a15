package org.clientportal.portal.home;

import jakarta.servlet.http.HttpServletRequest;
import org.clientportal.portal.access.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
class HomeController {

    private final HomePages pages;

    HomeController(HomePages pages) {
        this.pages = pages;
    }

    @GetMapping("/")
    ModelAndView home(HttpServletRequest request, Viewer viewer) {
        return pages.home(request, viewer).show();
    }
}
