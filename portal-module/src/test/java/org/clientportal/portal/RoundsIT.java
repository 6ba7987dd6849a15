package org.clientportal.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.TaskScheduler;

/** Rounds of different work do not wait for each other. */
class RoundsIT {

    @Test
    void oneThatStandsStillHoldsUpNoOther() throws InterruptedException {
        var scheduler = RunningPortal.get().bean(TaskScheduler.class);
        var end = new CountDownLatch(1);
        var began = new CountDownLatch(2);
        var other = new CountDownLatch(3);
        for (int i = 0; i < 2; i++) {
            scheduler.scheduleWithFixedDelay(
                    () -> {
                        began.countDown();
                        awaitQuietly(end);
                    },
                    Duration.ofHours(1));
        }
        assertThat(began.await(10, TimeUnit.SECONDS)).isTrue();
        var counting = scheduler.scheduleWithFixedDelay(other::countDown, Duration.ofMillis(10));
        try {
            assertThat(other.await(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            counting.cancel(false);
            end.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch end) {
        try {
            end.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
