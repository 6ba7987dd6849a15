package org.clientportal.demo.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The portal is killed at every named place, the desk fails in every way, the platform is down, the database is lost. */
class ChaosIT {

    private static final int ROUNDS_OF_EACH = 2;

    @Test
    void whateverBreaksEverythingAcceptedArrivesOnceAndInOrder() throws IOException {
        var faults = List.of(Fault.values());
        var options = new ChaosOptions(1, ROUNDS_OF_EACH * faults.size(), faults, false);

        var outcome = new Chaos(options, System.out::println).run();

        assertThat(outcome.differs()).as(outcome.text()).isNull();
        assertThat(outcome.struck().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Fault.values()).map(Fault::word).toList());
        assertThat(outcome.forms()).isGreaterThan(outcome.rounds());
        assertThat(outcome.repeated()).isPositive();
    }
}
