package org.clientportal.portal;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jdk.management.VirtualThreadSchedulerMXBean;

/**
 * As many carriers of virtual threads as processors, and many more when they stand still. A virtual thread that loads a class keeps
 * its carrier while it waits for a jar's lock; when every carrier is kept so, none is left for the virtual thread that is next to get
 * the lock, and the portal would stand still for good. A thread of the platform sees that and lends carriers for a while; it does so
 * from the start too, when most classes are loaded. More carriers than processors all the time make a page dearer by half.
 */
final class CarrierThreads implements Runnable {

    private static final String PARALLELISM = "jdk.virtualThreadScheduler.parallelism";
    private static final int ENOUGH = 64;
    private static final Duration LENT = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration STANDING = Duration.ofSeconds(1);

    private final VirtualThreadSchedulerMXBean scheduler;
    private final int usual;
    private final int most;
    private final Duration lent;

    private CarrierThreads(VirtualThreadSchedulerMXBean scheduler, int usual, int most, Duration lent) {
        this.scheduler = scheduler;
        this.usual = usual;
        this.most = most;
        this.lent = lent;
    }

    /** Unless the command line says how many there are. */
    static void watch() {
        if (System.getProperty(PARALLELISM) == null) {
            watch(LENT);
        }
    }

    /** @param lent how long there are more of them, from the start and from each standstill */
    static void watch(Duration lent) {
        var scheduler = ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
        var usual = Runtime.getRuntime().availableProcessors();
        var watch = new CarrierThreads(scheduler, usual, Math.max(ENOUGH, usual), lent);
        scheduler.setParallelism(watch.most);
        Thread.ofPlatform().daemon().name("carrier-watch").start(watch);
    }

    @Override
    public void run() {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(lent.toMillis());
                scheduler.setParallelism(usual);
                while (goesOn()) {
                    TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
                }
                scheduler.setParallelism(most);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether a new virtual thread comes to its turn. */
    private static boolean goesOn() throws InterruptedException {
        var turn = new CountDownLatch(1);
        Thread.startVirtualThread(turn::countDown);
        return turn.await(STANDING.toMillis(), TimeUnit.MILLISECONDS);
    }
}
