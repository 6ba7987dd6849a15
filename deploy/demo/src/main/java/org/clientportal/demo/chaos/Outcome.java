package org.clientportal.demo.chaos;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of it.
 *
 * @param ok nothing was lost, doubled, reordered, and nothing differs
 * @param struck how often each fault struck
 * @param forms how many forms were accepted
 * @param repeated how many were posted again because their answer was lost
 * @param differs what is wrong, null when ok
 */
record Outcome(
        boolean ok,
        long seed,
        int rounds,
        Map<String, Integer> struck,
        int tickets,
        int forms,
        int repeated,
        double seconds,
        @Nullable String differs) {

    Outcome {
        struck = Map.copyOf(struck);
    }

    String text() {
        var what = String.format(
                Locale.ROOT,
                "seed %d, %d rounds, %.0f s: %d tickets, %d forms accepted, %d of them posted again; faults %s",
                seed,
                rounds,
                seconds,
                tickets,
                forms,
                repeated,
                struck);
        return differs == null
                ? what + "\nNothing lost, doubled, reordered or different."
                : what + "\nWRONG:\n" + differs;
    }
}
