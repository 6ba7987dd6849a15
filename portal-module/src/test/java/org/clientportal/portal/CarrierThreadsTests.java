package org.clientportal.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import jdk.management.VirtualThreadSchedulerMXBean;
import org.junit.jupiter.api.Test;

/** In a process of its own: what is changed here concerns all virtual threads. */
class CarrierThreadsTests {

    private static final int AS_MANY = 8;

    @Test
    void aStandstillEnds() throws Exception {
        var command = ProcessHandle.current().info().command().orElseThrow();
        var process = new ProcessBuilder(
                        command,
                        "-XX:ActiveProcessorCount=2",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Standstill.class.getName())
                .redirectErrorStream(true)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip())
                .isEqualTo("2 carriers, then all " + AS_MANY + " went on, then 2 carriers");
    }

    /** Virtual threads that keep their carriers, as in a class initialiser, until another virtual thread has run. */
    static final class Standstill {

        private static volatile boolean released;

        public static void main(String[] none) throws InterruptedException {
            var scheduler = ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
            CarrierThreads.watch(Duration.ofMillis(500));
            await(scheduler, 2);
            System.out.print(scheduler.getParallelism() + " carriers, ");
            var keeping = new Thread[AS_MANY];
            for (int number = 0; number < AS_MANY; number++) {
                keeping[number] = Thread.startVirtualThread(() -> {
                    while (!released) {
                        Thread.onSpinWait();
                    }
                });
            }
            Thread.startVirtualThread(() -> released = true);
            for (var each : keeping) {
                each.join();
            }
            System.out.print("then all " + AS_MANY + " went on, then ");
            await(scheduler, 2);
            System.out.println(scheduler.getParallelism() + " carriers");
        }

        private static void await(VirtualThreadSchedulerMXBean scheduler, int carriers) throws InterruptedException {
            while (scheduler.getParallelism() != carriers) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }
}
