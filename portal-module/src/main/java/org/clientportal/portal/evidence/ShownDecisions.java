package org.clientportal.portal.evidence;

import java.util.Map;

/** Where else decisions of confirmations are kept, to be shown on pages; verifying compares them with the evidence. */
public interface ShownDecisions {

    /**
     * Whether each line was accepted, as pages show it, by the platform's id of the line; empty where nothing is shown.
     *
     * @param confirmation see {@link Kept#id}
     */
    Map<String, Boolean> of(long confirmation);
}
