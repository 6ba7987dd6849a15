package org.clientportal.ports;

/** Something that is done with the contents of files in the background, one after the other. Inward. */
public interface ContentWork {

    /**
     * Does the next piece. On one node at a time.
     *
     * @return whether there may be more
     */
    boolean next();
}
