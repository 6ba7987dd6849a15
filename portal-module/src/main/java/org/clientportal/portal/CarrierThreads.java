package org.clientportal.portal;

/**
 * More carriers of virtual threads than processors. A virtual thread that loads a class keeps its carrier while it waits for a
 * jar's lock; on two processors two such threads leave none for the virtual thread that is next to get the lock, and the
 * portal stands still for good.
 */
final class CarrierThreads {

    private static final String PARALLELISM = "jdk.virtualThreadScheduler.parallelism";
    private static final int ENOUGH = 64;

    private CarrierThreads() {}

    /** Before the first virtual thread: it is read once. What the command line says stays. */
    static void apply() {
        if (System.getProperty(PARALLELISM) == null) {
            System.setProperty(
                    PARALLELISM,
                    Integer.toString(Math.max(ENOUGH, Runtime.getRuntime().availableProcessors())));
        }
    }
}
