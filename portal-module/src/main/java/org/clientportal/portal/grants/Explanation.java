package org.clientportal.portal.grants;

import java.util.List;

/**
 * Whether somebody sees something, step by step.
 *
 * @param visible whether every step is fulfilled
 */
record Explanation(String person, String name, String object, boolean visible, List<Step> steps) {

    Explanation {
        steps = List.copyOf(steps);
    }

    /** One condition: what it is, whether it is fulfilled, and the row that says so or is missing. */
    record Step(String step, boolean fulfilled, String why) {}
}
