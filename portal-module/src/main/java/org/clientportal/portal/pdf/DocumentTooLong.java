package org.clientportal.portal.pdf;

/** What was to be printed is more than a node can draw beside its other work. */
public class DocumentTooLong extends RuntimeException {

    public DocumentTooLong(int characters, int most) {
        super("a document of " + characters + " characters, where " + most + " can be drawn");
    }
}
