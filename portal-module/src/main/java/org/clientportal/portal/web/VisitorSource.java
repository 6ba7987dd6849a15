package org.clientportal.portal.web;

import jakarta.servlet.http.HttpServletRequest;

/** Tells for whom a request's page is drawn. */
public interface VisitorSource {

    Visitor of(HttpServletRequest request);
}
