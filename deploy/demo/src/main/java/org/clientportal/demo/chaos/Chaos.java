package org.clientportal.demo.chaos;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.clientportal.demo.PartFailed;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./portal chaos}: crash tests; see {@code docs/chaos.md}. */
public final class Chaos {

    private final ChaosOptions options;
    private final Consumer<String> progress;

    Chaos(ChaosOptions options, Consumer<String> progress) {
        this.options = options;
        this.progress = progress;
    }

    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "org/clientportal/demo/demo-logback.xml");
        try {
            var options = ChaosOptions.parse(List.of(arguments));
            var outcome = new Chaos(options, System.err::println).run();
            System.out.println(
                    options.json()
                            ? JsonMapper.shared()
                                    .writerWithDefaultPrettyPrinter()
                                    .writeValueAsString(outcome)
                            : outcome.text());
            System.exit(outcome.ok() ? 0 : 1);
        } catch (ChaosOptions.Refused refused) {
            System.err.println("portal chaos: " + refused.getMessage());
            System.exit(2);
        } catch (PartFailed | IOException failed) {
            System.err.println("portal chaos: " + failed.getMessage());
            System.exit(1);
        }
    }

    /** All rounds, then the stories; everything is compared after each. */
    Outcome run() throws IOException {
        var began = Instant.now();
        try (var scene = new Scene()) {
            var rounds = new Rounds(scene, options.seed(), progress);
            var talks = new ArrayList<Talk>();
            String differs = null;
            try {
                play(scene, rounds, talks);
            } catch (Differs found) {
                differs = found.getMessage() + "\nThe portal's log: "
                        + scene.portal().keepLog();
            }
            return new Outcome(
                    differs == null,
                    options.seed(),
                    options.rounds(),
                    rounds.struck(),
                    talks.size(),
                    talks.stream().mapToInt(talk -> talk.accepted().size()).sum(),
                    talks.stream().mapToInt(Talk::repeated).sum(),
                    Duration.between(began, Instant.now()).toMillis() / 1000.0,
                    differs);
        }
    }

    private void play(Scene scene, Rounds rounds, List<Talk> talks) throws IOException {
        var comparison = new Comparison(scene);
        var stories = new Stories(scene, comparison);
        var turns = options.turns();
        for (int number = 0; number < turns.size(); number++) {
            rounds.round(number + 1, turns.get(number));
        }
        talks.addAll(rounds.settle());
        comparison.require(talks);
        progress.accept("a ticket is approved, closed and rated");
        talks.add(new Afterwards(scene, options.seed()).play());
        comparison.require(talks);
        try {
            progress.accept("the platform goes down");
            talks.addAll(stories.platformDown());
            comparison.require(talks);
            progress.accept("the database is lost");
            stories.databaseLost(talks);
        } catch (SQLException failed) {
            throw new IOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }
}
