package org.clientportal.demo.desk;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Faults to order, for tests. {@code PUT /chaos} with {@link Faults} as JSON sets them, {@code GET /chaos} shows them; both
 * exist only when the desk was started with {@code --chaos}, and want the portal's token.
 */
final class Chaos {

    /**
     * What goes wrong.
     *
     * @param down every request of the contract is answered with 503
     * @param refuse a submission is refused with this problem, such as {@code closed}
     * @param delayBeforeMs waits before a submission acts; it acts although the client is gone
     * @param delayAfterMs waits after a submission acted and before it is answered
     * @param cutBefore ends the connection before a submission acts; nothing happens
     * @param cutAfter ends the connection after a submission acted, without an answer
     * @param hideUnderWay answers "did it happen" with no instead of "in progress", as platforms without memory do
     * @param forgetful a second sending of a request key acts a second time, as on platforms without keys; until the next order
     * @param times for how many submissions; 0 for all
     */
    record Faults(
            boolean down,
            Refusal.@Nullable Kind refuse,
            long delayBeforeMs,
            long delayAfterMs,
            boolean cutBefore,
            boolean cutAfter,
            boolean hideUnderWay,
            boolean forgetful,
            int times) {

        static final Faults NONE = new Faults(false, null, 0, 0, false, false, false, false, 0);
    }

    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private volatile Faults faults = Faults.NONE;
    private volatile boolean forgetful;
    private int left;

    synchronized void order(Faults wanted) {
        faults = wanted;
        forgetful = wanted.forgetful();
        left = wanted.times();
    }

    Faults ordered() {
        return faults;
    }

    /** Acts and answers, or not. */
    interface Acting {
        void answer(Call call) throws IOException;
    }

    /** Lets a submission act between the faults; {@code act} gives what answers it. */
    void around(Call call, String requestKey, Supplier<Acting> act) throws IOException {
        var ordered = next();
        if (ordered.refuse() != null) {
            throw new Refusal(ordered.refuse(), "ordered at /chaos");
        }
        if (ordered.cutBefore()) {
            call.cut();
            return;
        }
        underWay.add(requestKey);
        Acting answer;
        try {
            pause(ordered.delayBeforeMs());
            answer = act.get();
        } finally {
            underWay.remove(requestKey);
        }
        pause(ordered.delayAfterMs());
        if (ordered.cutAfter()) {
            call.cut();
        } else {
            answer.answer(call);
        }
    }

    boolean isUnderWay(String requestKey) {
        return !ordered().hideUnderWay() && underWay.contains(requestKey);
    }

    boolean isForgetful() {
        return forgetful;
    }

    private synchronized Faults next() {
        var now = faults;
        if (now.times() > 0 && --left <= 0) {
            faults = Faults.NONE;
        }
        return now;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
