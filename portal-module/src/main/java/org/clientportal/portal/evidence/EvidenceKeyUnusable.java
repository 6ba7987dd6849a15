package org.clientportal.portal.evidence;

/** The key that signs evidence is not there, cannot be read, or is not the one of the other nodes. */
public class EvidenceKeyUnusable extends RuntimeException {

    public EvidenceKeyUnusable(String why) {
        super(why);
    }

    public EvidenceKeyUnusable(String why, Throwable cause) {
        super(why, cause);
    }
}
