package org.clientportal.portal.evidence;

/** Where confirmations are kept so that no change of them goes unnoticed. */
public interface EvidenceBook {

    /**
     * Keeps what was confirmed, with its PDF, and puts it into the organisation's chain, in the caller's transaction (of the role
     * {@code portal_work}). Confirmations of one organisation are put in one after the other: the next waits until this
     * transaction ends.
     *
     * @throws org.clientportal.portal.pdf.TooManyDocuments when the PDF cannot be drawn now; nothing was kept
     * @throws org.clientportal.portal.pdf.DocumentTooLong when it is too long to be drawn at all; nothing was kept
     * @throws EvidenceKeyUnusable when there is no key to sign with, or not the one that others sign with; nothing was kept
     */
    Kept keep(Confirmed confirmed);
}
