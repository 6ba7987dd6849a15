package org.clientportal.portal.inbox;

import java.util.ArrayList;
import java.util.List;

/** The flight recorder of one mail: each question that was asked, its answer and what the answer rests on. */
final class Steps {

    /** One question. */
    record Step(String step, String verdict, String reason) {}

    private final List<Step> taken = new ArrayList<>();

    void note(String step, String verdict, String reason) {
        taken.add(new Step(step, verdict, reason));
    }

    List<Step> taken() {
        return List.copyOf(taken);
    }
}
