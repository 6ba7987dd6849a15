package org.clientportal.portal.conversation;

/** A file that is not given to anybody, for now or for good. */
public class FileHeld extends RuntimeException {

    private final FileScans.State state;

    FileHeld(FileScans.State state) {
        super("a file is held: " + state, null, false, false);
        this.state = state;
    }

    /** Why: it waits to be looked at, or it is held for good. */
    public FileScans.State state() {
        return state;
    }
}
