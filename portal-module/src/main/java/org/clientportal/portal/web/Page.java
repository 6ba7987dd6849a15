package org.clientportal.portal.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.ModelAndView;

/** The whole input of one template. Implemented by one public record per page. */
public interface Page {

    /** What stands around the page. */
    Frame frame();

    /** Path of the template below the root, without {@code .ftlh}. */
    String template();

    default ModelAndView show() {
        return show(HttpStatus.OK);
    }

    default ModelAndView show(HttpStatusCode status) {
        var view = new ModelAndView(template(), "page", this);
        view.setStatus(status);
        return view;
    }
}
