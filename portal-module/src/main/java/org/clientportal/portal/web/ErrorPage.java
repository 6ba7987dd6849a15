package org.clientportal.portal.web;

import java.util.Set;

/**
 * Something went wrong: what happened, what to do, where help is.
 *
 * @param status 403, 404, 409, 413, 423, 425, 429 or 500; any other is told like the nearest of these
 * @param code short code under which the log has the details; empty when there is nothing in the log
 */
public record ErrorPage(Frame frame, int status, String code) implements Page {

    private static final Set<Integer> TOLD = Set.of(403, 404, 409, 413, 423, 425, 429, 500);

    public static ErrorPage of(Frame frame, int status, String code) {
        return new ErrorPage(frame, TOLD.contains(status) ? status : status < 500 ? 404 : 500, code);
    }

    @Override
    public String template() {
        return "pages/errors/error";
    }
}
