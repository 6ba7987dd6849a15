package org.clientportal.portal.evidence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How many codes may be tried on a node: few from one place, and not many altogether. */
@Component
class CheckLimits {

    static final int FROM_ONE = 30;
    static final int ALTOGETHER = 6_000;
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final Clock clock;
    private final ArrayDeque<Tried> lately = new ArrayDeque<>();
    private final Map<String, Integer> counts = new HashMap<>();

    CheckLimits(Clock clock) {
        this.clock = clock;
    }

    private record Tried(Instant at, String network) {}

    /** Counts one more; false when it is one too many, which is not counted. */
    synchronized boolean allows(String network) {
        var from = prefix(network);
        var since = clock.instant().minus(WINDOW);
        while (!lately.isEmpty() && lately.peekFirst().at().isBefore(since)) {
            counts.computeIfPresent(lately.removeFirst().network(), (key, count) -> count == 1 ? null : count - 1);
        }
        if (lately.size() >= ALTOGETHER || counts.getOrDefault(from, 0) >= FROM_ONE) {
            return false;
        }
        lately.addLast(new Tried(clock.instant(), from));
        counts.merge(from, 1, Integer::sum);
        return true;
    }

    /** Whoever has one address of IPv6 has all of its /64. */
    private static String prefix(String network) {
        if (network.indexOf(':') < 0) {
            return network;
        }
        var groups = network.split(":", -1);
        return String.join(":", java.util.Arrays.copyOf(groups, Math.min(4, groups.length)));
    }
}
