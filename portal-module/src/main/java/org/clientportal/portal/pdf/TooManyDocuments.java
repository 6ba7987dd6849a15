package org.clientportal.portal.pdf;

/** As many documents as may be are being drawn, and waiting for a turn took too long. */
public class TooManyDocuments extends RuntimeException {

    public TooManyDocuments() {
        super("documents are being drawn already", null, false, false);
    }
}
