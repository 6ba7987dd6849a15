package org.clientportal.portal.web;

/** There is no such thing, or the viewer may not see it: the answer is the same. */
public class NotFound extends RuntimeException {

    public NotFound() {
        super("not found", null, false, false);
    }
}
