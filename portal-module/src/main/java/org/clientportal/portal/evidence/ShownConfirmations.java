package org.clientportal.portal.evidence;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Where else what was confirmed is kept, to be shown on pages; verifying compares it with the evidence. */
public interface ShownConfirmations {

    /**
     * A confirmation as pages show it.
     *
     * @param lines by the platform's id of the line
     */
    record Shown(String signedName, Instant at, Map<String, Line> lines) {

        public Shown {
            lines = Map.copyOf(lines);
        }
    }

    /** What is shown of one line, without blanks around. */
    record Line(boolean accepted, String condition, String comment) {}

    /**
     * Empty where nothing is shown; in a transaction of its own.
     *
     * @param confirmation see {@link Kept#id}
     */
    Optional<Shown> of(long confirmation);

    /** Takes out what tells of the person, in the caller's transaction. */
    void erase(long confirmation);
}
