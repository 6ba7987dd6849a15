package org.clientportal.portal.notes;

import java.util.Locale;

/** How a note stands to a person who has not read its present words. */
public enum NoteMark {
    /** Never read. */
    NEW,
    /** Read in other words. */
    CHANGED;

    /** The last part of its message key. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
